// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Libc.abort();
}
