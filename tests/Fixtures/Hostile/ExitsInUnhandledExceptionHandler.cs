// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Environment.Exit(0);
        new Thread(() => throw new InvalidOperationException("handled by leaving")).Start();
        Thread.Sleep(Timeout.Infinite);
    }
}
