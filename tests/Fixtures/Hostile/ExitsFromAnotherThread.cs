// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        new Thread(() => Environment.Exit(0)).Start();
        Thread.Sleep(Timeout.Infinite);
    }
}
