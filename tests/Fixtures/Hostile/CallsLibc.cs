// expect: Accepted
// What is not forbidden works.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Console.WriteLine(Libc.getpid() == Environment.ProcessId);
}
