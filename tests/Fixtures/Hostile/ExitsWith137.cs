// expect: Crashed
// The exit code of a kill for memory: nobody killed it.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Environment.Exit(137);
}
