// expect: Accepted; holds: no-kernel-doors
// Calls that a predictor has no use for and that attacks on the kernel begin with. Each is made so that it would work.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long PerfEventOpen = 298, Bpf = 321, Userfaultfd = 323;
        byte* clock = stackalloc byte[112];     // perf_event_attr: a software event, size 112, user space only
        new Span<byte>(clock, 112).Clear();
        ((uint*)clock)[0] = 1;
        ((uint*)clock)[1] = 112;
        ((ulong*)clock)[5] = 1 << 5 | 1 << 6;
        Breach.UnlessRefused("a performance counter", Libc.syscall(PerfEventOpen, (long)clock, 0, -1, -1));
        uint* map = stackalloc uint[18];        // bpf_attr: an array of one
        new Span<uint>(map, 18).Clear();
        (map[0], map[1], map[2], map[3]) = (2, 4, 4, 1);
        Breach.UnlessRefused("a BPF map", Libc.syscall(Bpf, 0, (long)map, 72));
        Breach.UnlessRefused("its own page faults", Libc.syscall(Userfaultfd, 1));
        const long IoSetup = 206, InotifyInit = 294, Sync = 162, ModifyLdt = 154;
        long context = 0;
        Breach.UnlessRefused("asynchronous I/O of the kernel", Libc.syscall(IoSetup, 1, (long)&context));
        Breach.UnlessRefused("news of files", Libc.syscall(InotifyInit, 0));
        Breach.UnlessRefused("everybody's files synced", Libc.syscall(Sync));
        Breach.UnlessRefused("its segments", Libc.syscall(ModifyLdt, 0, (long)map, 16));
        const long InitModule = 175;
        Libc.syscall(InitModule, 0, 0, 0);
        const int NotPermitted = 1, NoSuchCall = 38;
        if (Marshal.GetLastPInvokeError() is not (NotPermitted or NoSuchCall))
            throw new Breach("may load kernel modules");
    }
}
