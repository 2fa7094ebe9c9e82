// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        throw new InvalidOperationException("from predict");
    }
}
