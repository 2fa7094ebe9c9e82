// expect: Accepted; holds: no-diagnostics-port
// The runtime can be debugged and profiled through a socket in the temporary folder, unless it is told not to open one.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        // By its start too, where that can be seen: a process that was killed leaves its port, and its number is given again.
        string started = File.Exists("/proc/self/stat") ? File.ReadAllText("/proc/self/stat").Split(") ").Last().Split(' ')[19] : "*";
        foreach (string folder in (string[])["/tmp", Path.GetTempPath()])
            foreach (string port in Directory.GetFiles(folder, $"dotnet-diagnostic-{Environment.ProcessId}-{started}-*"))
                throw new Breach("found the diagnostics port " + port);
    }
}
