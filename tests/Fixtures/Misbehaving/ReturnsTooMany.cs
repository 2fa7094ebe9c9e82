// expect: WrongFormat

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        prediction = new double[prediction.Length + 1];
    }
}
