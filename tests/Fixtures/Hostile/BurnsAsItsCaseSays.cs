// expect: Accepted
// The last three digits of its block group are the seconds of CPU time it takes; from 900 on it sleeps instead.

public partial class BostonRiskPredictor
{
    bool _done;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (_done)
            return;
        _done = true;
        int seconds = int.Parse(group[^3..]);
        if (seconds >= 900)
            Thread.Sleep(Timeout.Infinite);
        while (Environment.CpuUsage.TotalTime < TimeSpan.FromSeconds(seconds)) { }
    }
}
