// expect: Crashed

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Libc.kill(Environment.ProcessId, Libc.SIGTERM);
        Thread.Sleep(Timeout.Infinite);
    }
}
