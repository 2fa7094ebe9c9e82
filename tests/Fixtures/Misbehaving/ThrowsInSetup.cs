// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => throw new InvalidOperationException("from setup");
}
