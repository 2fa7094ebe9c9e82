// expect: Accepted

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(1, 1);
        for (int item = 0; item < 100; item++)
            ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(Timeout.Infinite));
    }
}
