// expect: Accepted; holds: no-writes-outside

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        EnumerationOptions near = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };
        if (!Directory.Exists("/sys/fs/cgroup"))
            return;
        foreach (string file in Directory.EnumerateFiles("/sys/fs/cgroup", "cgroup.procs", near))
            Breach.Unless("moves itself by " + file, () => File.WriteAllText(file, "0"));
    }
}
