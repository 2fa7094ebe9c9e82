// expect: Accepted; holds: no-other-processes
// Of all processes only itself, its parent and process 1 (the sandbox) may be there.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        HashSet<int> known = [Environment.ProcessId, Libc.getppid(), 1];
        foreach (string folder in Directory.GetDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out int process) && !known.Contains(process))
                throw new Breach($"sees process {process}");
    }
}
