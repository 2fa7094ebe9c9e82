// expect: Accepted; holds: no-new-processes

using System.Diagnostics;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Breach.Unless("starts a shell", () => Process.Start("/bin/sh", "-c true").WaitForExit());
}
