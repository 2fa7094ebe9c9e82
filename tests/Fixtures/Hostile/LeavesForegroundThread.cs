// expect: Accepted
// A foreground thread keeps a .NET process alive; the case is over all the same.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => new Thread(() => Thread.Sleep(300_000)).Start();
}
