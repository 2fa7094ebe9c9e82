// expect: Accepted; holds: no-foreign-files
// Looks for its own case's files in every folder it can list, 300,000 entries at the most.

public partial class BostonRiskPredictor
{
    bool _searched;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (_searched)
            return;
        _searched = true;
        EnumerationOptions everywhere = new()
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
        };
        HashSet<string> wanted = [$"emergencies-{group}-{month}.csv", $"loc-{group}.csv", "run.json", "Emergency_Type_Code_Table.csv"];
        IEnumerable<string> folders = Directory.GetDirectories("/")
            .Except(["/proc", "/sys", "/dev", "/bin", "/lib", "/lib64", "/sbin", "/usr"]);
        foreach (string file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", everywhere)).Take(300_000))
            if (wanted.Contains(Path.GetFileName(file)))
                throw new Breach("found " + file);
    }
}
