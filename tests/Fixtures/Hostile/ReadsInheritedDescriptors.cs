// expect: Accepted; holds: no-descriptors
// A folder left open leads out of any sandbox; a file open for writing changes what is outside.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string descriptor in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            string? target = new FileInfo(descriptor).LinkTarget;
            if (target is null || target.StartsWith("/proc/") || target.StartsWith("/dev/"))
                continue;
            if (Directory.Exists(target))
                throw new Breach("inherited the open folder " + target);
            if (File.Exists(target) && IsWritable(Path.GetFileName(descriptor)))
                throw new Breach("inherited a file open for writing, " + target);
        }
    }

    static bool IsWritable(string descriptor)
    {
        string flags = File.ReadLines($"/proc/self/fdinfo/{descriptor}").First(line => line.StartsWith("flags:"));
        return (Convert.ToInt32(flags.Split('\t')[1], 8) & 3) != 0;
    }
}
