// expect: Accepted; holds: no-stores-emptied
// What the kernel counts for all processes of a user: the predictor's are the host's.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long TimerCreate = 222, EpollCreate = 213, EpollCreate1 = 291, EpollControl = 233, InotifyInit = 294, FanotifyInit = 300,
            IoSetup = 206, MqOpen = 240, AddKey = 248,
            Mlock = 149, MlockAll = 151, Mlock2 = 325, SignalFd = 289, TimerFd = 283, EventFd = 290, MemfdSecret = 447, PkeyAlloc = 330;
        int timer;
        foreach ((string name, long call) in (ReadOnlySpan<(string, long)>)[("a timer", TimerCreate), ("news of files", InotifyInit),
            ("news of all files", FanotifyInit)])
            Breach.UnlessRefused(name, Libc.syscall(call, 0, 0, (long)&timer));
        long context = 0;
        Breach.UnlessRefused("an epoll, the old way", Libc.syscall(EpollCreate, 1));
        long epoll = Libc.syscall(EpollCreate1, 0), watch = 1;
        if (epoll >= 0)
            Breach.UnlessRefused("something to watch", Libc.syscall(EpollControl, epoll, 1, Wire.Requests, (long)&watch));
        Breach.UnlessRefused("asynchronous I/O", Libc.syscall(IoSetup, 1, (long)&context));
        fixed (byte* name = "/evaluator-breach\0"u8)
        {
            Breach.UnlessRefused("a message queue", Libc.syscall(MqOpen, (long)name, 0x42, 0x180, 0));
            Breach.UnlessRefused("a key", Libc.syscall(AddKey, (long)name, (long)name, (long)name, 4, -3));
        }
        byte* page = Hoard.Private(mebibytes: 1);
        Breach.UnlessRefused("locked memory", Libc.syscall(Mlock, (long)page, 4096));
        Breach.UnlessRefused("locked memory, later", Libc.syscall(Mlock2, (long)page, 4096, 1));
        Breach.UnlessRefused("all memory locked", Libc.syscall(MlockAll, 1));
        Breach.UnlessRefused("secret memory", Libc.syscall(MemfdSecret, 0));
        Breach.UnlessRefused("a file of signals", Libc.syscall(SignalFd, -1, (long)page, 8, 0));
        Breach.UnlessRefused("a file of time", Libc.syscall(TimerFd, 1, 0));
        Breach.UnlessRefused("a file of events", Libc.syscall(EventFd, 0, 0));
        Breach.UnlessRefused("a key of pages", Libc.syscall(PkeyAlloc, 0, 0));
        CountPipes();
        CountSignals();
    }

    /// <summary>Their room is counted per user: 16,384 pages for all.</summary>
    static void CountPipes()
    {
        const long Pipe2 = 293, FControl = 72;
        const int SetPipeSize = 1031;
        int* ends = stackalloc int[2];
        List<int> open = [];
        while (open.Count < 10_000 && Libc.syscall(Pipe2, (long)ends, 0x80000) == 0)
        {
            open.AddRange([ends[0], ends[1]]);
            Breach.UnlessRefused("a wider pipe", Libc.syscall(FControl, ends[0], SetPipeSize, 1 << 20));
        }
        open.ForEach(end => Libc.close(end));
        if (open.Count > 4096)
            throw new Breach($"makes {open.Count / 2} pipes");
    }

    /// <summary>Signals that wait, each in its place: blocked ones of the real-time kind queue up.</summary>
    static void CountSignals()
    {
        const long ThreadKill = 234, GetTid = 186, SigProcMask = 14;
        const int LastSignal = 64;
        ulong mask = 1UL << LastSignal - 1;
        Libc.syscall(SigProcMask, 0, (long)&mask, 0, 8);
        int queued = 0;
        long thread = Libc.syscall(GetTid);
        while (queued < 100_000 && Libc.syscall(ThreadKill, Environment.ProcessId, thread, LastSignal) == 0)
            queued++;
        if (queued > 1100)
            throw new Breach($"has {queued} signals waiting");
    }
}
