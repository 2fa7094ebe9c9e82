// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Environment.FailFast("failed fast");
}
