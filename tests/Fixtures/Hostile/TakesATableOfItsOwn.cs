// expect: Accepted; holds: no-hidden-memory
// A thread with a table of descriptors of its own: what it holds stands in no look at the process, and takes the kernel long to close.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Clone = 56, Unshare = 272, CloseRange = 436;
        const int Memory = 0x100, FileSystem = 0x200, Handlers = 0x800, Thread = 0x10000;
        const int OwnFiles = 0x400, UnshareTable = 2;
        // Without a stack it would run on this one's: where it is let through the case ends in a crash.
        Breach.UnlessRefused("a thread with its own table", Libc.syscall(Clone, Memory | FileSystem | Handlers | Thread, 0, 0, 0, 0));
        Breach.UnlessRefused("a table of its own", Libc.syscall(Unshare, OwnFiles));
        Breach.UnlessRefused("a table of its own, by closing", Libc.syscall(CloseRange, 1_000, 1_000, UnshareTable));
    }
}
