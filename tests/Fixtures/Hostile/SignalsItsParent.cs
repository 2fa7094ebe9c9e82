// expect: Accepted; holds: no-signals
// SIGWINCH: who gets it ignores it.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        if (Libc.getppid() > 0)
            Breach.UnlessRefused("signals its parent", Libc.kill(Libc.getppid(), Libc.SIGWINCH));
        Breach.UnlessRefused("may signal others", Libc.kill(-1, 0));
    }
}
