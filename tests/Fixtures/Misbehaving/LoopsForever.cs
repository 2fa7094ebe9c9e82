// expect: TimeLimit; reason: cpu

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        while (true) { }
    }
}
