// expect: TimeLimit; reason: idle

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Libc.kill(Environment.ProcessId, Libc.SIGSTOP);
}
