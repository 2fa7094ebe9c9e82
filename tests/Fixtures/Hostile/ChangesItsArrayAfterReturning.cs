// expect: Accepted; holds: predictions-sealed
// Scores as zeros do: what is written into a prediction after it was returned is too late.

public partial class BostonRiskPredictor
{
    double[] _returned = [];

    partial void OnReceiveEvents(string group, int month, string[] emergencies) => Array.Fill(_returned, double.NaN);

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => _returned = prediction;
}
