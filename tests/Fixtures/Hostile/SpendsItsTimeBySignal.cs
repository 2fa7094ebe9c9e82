// expect: Crashed
// The signal of an exceeded CPU limit, sent by itself: not a TimeLimit.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Libc.kill(Environment.ProcessId, Libc.SIGXCPU);
}
