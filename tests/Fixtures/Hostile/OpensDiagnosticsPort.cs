// expect: Accepted; holds: no-diagnostics-port
// The runtime can be debugged and profiled through a socket in the temporary folder, unless it is told not to open one.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string folder in (string[])["/tmp", Path.GetTempPath()])
            foreach (string port in Directory.GetFiles(folder, $"dotnet-diagnostic-{Environment.ProcessId}-*"))
                throw new Breach("found the diagnostics port " + port);
    }
}
