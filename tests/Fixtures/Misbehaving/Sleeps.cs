// expect: TimeLimit; reason: idle

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => Thread.Sleep(Timeout.Infinite);
}
