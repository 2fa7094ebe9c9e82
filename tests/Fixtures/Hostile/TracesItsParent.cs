// expect: Accepted; holds: no-tracing
// PTRACE_SEIZE does not stop whom it takes, and ends with the tracer.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Seize = 0x4206;
        Breach.UnlessRefused("traces its parent", Libc.ptrace(Seize, Libc.getppid(), 0, 0));
    }
}
