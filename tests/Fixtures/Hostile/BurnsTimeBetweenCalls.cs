// expect: TimeLimit
// A thread of its own burns 40 s of CPU time while the calls only wait: the clock has no gap to hide it in.

public partial class BostonRiskPredictor
{
    readonly Thread _burner = new(() =>
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(40)) { }
    });

    partial void OnSetup(string[] parcels) => _burner.Start();

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction) => _burner.Join();
}
