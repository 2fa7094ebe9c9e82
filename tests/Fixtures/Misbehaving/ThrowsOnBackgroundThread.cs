// expect: Crashed
// The call itself would wait for ever: only the death of the process ends it.

public partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        new Thread(() => throw new InvalidOperationException("from a thread of its own")).Start();
        Thread.Sleep(Timeout.Infinite);
    }
}
