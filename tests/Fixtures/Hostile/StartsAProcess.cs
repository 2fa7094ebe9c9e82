// expect: Accepted; holds: no-new-processes
// Its own program: the one that is there in every sandbox.

using System.Diagnostics;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Breach.Unless("starts a process", () =>
        {
            using Process process = Process.Start(Environment.ProcessPath!, "--evaluator-breach");
            process.Kill();
            process.WaitForExit();
        });
    }
}
