// expect: TimeLimit
// 40 threads that burn 40 s of CPU time between them: all of them count.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        Thread[] threads = [.. Enumerable.Range(0, 40).Select(_ => new Thread(() =>
        {
            while (Environment.CpuUsage.TotalTime - start < TimeSpan.FromSeconds(40)) { }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
    }
}
