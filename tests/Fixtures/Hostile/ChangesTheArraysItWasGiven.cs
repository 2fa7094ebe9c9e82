// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Array.Clear(parcels);

    partial void OnReceiveEvents(string group, int month, string[] emergencies) => Array.Fill(emergencies, "changed");

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => Array.Clear(locations);
}
