// expect: Accepted; holds: no-signals
// A descriptor's owner gets any chosen signal when bytes arrive, SIGKILL too, and the kernel sends it. Nothing arrives here.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Fcntl = 72, SetAffinity = 203, GetAffinity = 204;
        const int SetOwner = 8, SetSignal = 10, SetOwnerEx = 15, ProcessOwner = 1;
        int* owner = stackalloc int[] { ProcessOwner, Libc.getppid() };
        Breach.UnlessRefused("makes its parent the owner", Libc.syscall(Fcntl, 2, SetOwner, Math.Max(1, Libc.getppid())));
        Breach.UnlessRefused("makes its parent the owner, newly", Libc.syscall(Fcntl, 2, SetOwnerEx, (long)owner));
        Breach.UnlessRefused("chooses a signal", Libc.syscall(Fcntl, 2, SetSignal, Libc.SIGWINCH));
        byte* cores = stackalloc byte[1024];
        long size = Libc.syscall(GetAffinity, 0, 1024, (long)cores);
        if (Libc.getppid() > 0 && size > 0)
            Breach.UnlessRefused("pins its parent", Libc.syscall(SetAffinity, Libc.getppid(), size, (long)cores));
    }
}
