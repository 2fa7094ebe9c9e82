// expect: TimeLimit

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        while (true) { }
    }
}
