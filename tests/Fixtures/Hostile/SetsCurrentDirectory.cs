// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Environment.CurrentDirectory = "/";
}
