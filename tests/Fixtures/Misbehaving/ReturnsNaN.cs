// expect: NotANumber

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => prediction[^1] = double.NaN;
}
