// expect: Accepted; holds: no-writes-outside
// An empty file, deleted at once.

using System.Runtime.InteropServices;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string here = Path.GetDirectoryName(typeof(BostonRiskPredictor).Assembly.Location)!;
        string[] folders = ["/", "/etc", "/usr", "/usr/lib", "/var/tmp", "/run", "/opt", "/home", "/root", "/srv", "/mnt", "/dev", "/proc",
            AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory(), here, Path.GetDirectoryName(here)!];
        foreach (string folder in folders)
            Breach.Unless("writes into " + folder, () =>
            {
                string marker = Path.Combine(folder, "evaluator-breach-writes-outside");
                File.WriteAllText(marker, "");
                File.Delete(marker);
            });
    }
}
