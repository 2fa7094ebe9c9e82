// expect: Accepted; holds: no-signals
// The CPU time of any process of the machine stands behind a clock that is named by its number.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long GetTime = 228, NanoSleep = 230;
        const int NotPermitted = 1, Scheduler = 2;
        long* time = stackalloc long[2];
        foreach (int process in (int[])[Libc.getppid(), 1, 2, 100, 1000])
        {
            long clock = (long)(uint)(~process << 3 | Scheduler);
            Libc.syscall(GetTime, clock, (long)time);
            if (Marshal.GetLastPInvokeError() != NotPermitted)
                throw new Breach($"reads the CPU time of process {process}");
            Breach.UnlessRefused("waits for another's CPU time", Libc.syscall(NanoSleep, clock, 0, (long)time, 0));
        }
    }
}
