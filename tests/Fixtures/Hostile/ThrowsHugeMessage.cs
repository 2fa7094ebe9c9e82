// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => throw new InvalidOperationException(new string('x', 100_000_000));
}
