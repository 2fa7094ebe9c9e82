// expect: Crashed
// The signal of the memory killer, sent by itself: not a MemoryLimit.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Libc.kill(Environment.ProcessId, Libc.SIGKILL);
}
