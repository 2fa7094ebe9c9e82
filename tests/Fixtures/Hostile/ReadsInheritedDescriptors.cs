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
            if (File.Exists(target) && Libc.IsWritable(int.Parse(Path.GetFileName(descriptor))))
                throw new Breach("inherited a file open for writing, " + target);
        }
    }
}
