// expect: Accepted; holds: no-tracing
// EFAULT counts as let through: the call got as far as looking up the address.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        byte here = 0;
        nint* local = stackalloc nint[] { (nint)(&here), 1 };
        nint* remote = stackalloc nint[] { 0x400000, 1 };
        const long ProcessVmReadv = 310;
        long read = Libc.syscall(ProcessVmReadv, Libc.getppid(), (long)local, 1, (long)remote, 1);
        if (read < 0 && Marshal.GetLastPInvokeError() == Libc.EFAULT)
            throw new Breach("may read its parent's memory");
        Breach.UnlessRefused("reads its parent's memory", read);
    }
}
