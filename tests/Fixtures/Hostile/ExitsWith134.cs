// expect: Crashed
// The exit code of an abort: it has other causes, and decides nothing.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Environment.Exit(134);
}
