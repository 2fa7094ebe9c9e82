// expect: Accepted
// Infinities are clamped to 0 and 10, with a warning.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        prediction[0] = double.PositiveInfinity;
        prediction[^1] = double.NegativeInfinity;
    }
}
