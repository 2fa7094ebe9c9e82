// expect: Accepted; holds: no-foreign-files
// The parent's command line and working folder say where the data are, to whoever may read them.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string parent = $"/proc/{Libc.getppid()}";
        if (!File.Exists(parent + "/cmdline"))
            return;
        EnumerationOptions near = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };
        foreach (string word in File.ReadAllText(parent + "/cmdline").Split('\0').Append(parent + "/cwd"))
            if (word != "/" && Path.IsPathRooted(word) && Directory.Exists(word))
                foreach (string file in Directory.EnumerateFiles(word, "loc-*.csv", near))
                    throw new Breach("found " + file);
    }
}
