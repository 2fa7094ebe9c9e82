// expect: Accepted; holds: no-new-processes
// fork, clone, clone3, and fork by its x32 number: each door needs a lock of its own. A child leaves at once.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        nint libc = NativeLibrary.Load("libc.so.6");
        var syscall = (delegate* unmanaged<long, long, long, long, long, long, long>)NativeLibrary.GetExport(libc, "syscall");
        ulong* clone3 = stackalloc ulong[11];
        new Span<ulong>(clone3, 11).Clear();
        clone3[4] = SIGCHLD;
        syscall(39, 0, 0, 0, 0, 0);     // getpid: in the child no stub can be compiled any more

        (string Name, long Number, long A, long B)[] doors =
            [("fork", 57, 0, 0), ("clone", 56, SIGCHLD, 0), ("clone3", 435, (long)clone3, 88), ("fork as x32", 0x40000000 | 57, 0, 0)];
        foreach ((string name, long number, long a, long b) in doors)
        {
            long child = syscall(number, a, b, 0, 0, 0);
            if (child == 0)
                syscall(231, 0, 0, 0, 0, 0);    // exit_group
            if (child > 0)
                throw new Breach("forked by " + name);
            Console.Error.WriteLine("refused: " + name);
        }
    }

    const int SIGCHLD = 17;
}
