// expect: Accepted
// The clock and chance are its only inputs.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        for (int cell = 0; cell < prediction.Length; cell++)
            prediction[cell] = Random.Shared.NextDouble() * (DateTime.UtcNow.Second + 1) / 600;
    }
}
