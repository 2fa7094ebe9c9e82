// expect: Accepted; holds: no-foreign-files

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        foreach (string file in (string[])["/etc/passwd", "/etc/shadow", "/etc/hosts", "/etc/hostname", "/proc/kcore", "/proc/kmsg"])
            Breach.Unless("opens " + file, () => File.OpenRead(file).Dispose());
        foreach (string folder in (string[])["/root", "/home", "/var/log", "/sys/class", "/boot", "/srv", "/mnt"])
            Breach.Unless("lists " + folder, () => Directory.EnumerateFileSystemEntries(folder).GetEnumerator().Dispose());
    }
}
