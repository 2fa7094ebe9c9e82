namespace Evaluator.Confinement.Disk;

/// <summary>
/// What a killed harness leaves in a folder: half-written files and its scratch folder. Both have the process in their names; those of
/// other machines, and of processes that live, stay: another harness may be at work in the same folder.
/// </summary>
public static class Leftovers
{
    private const string Extension = ".tmp";
    private const int DigitsOfNumber = 32;

    public static string TemporaryFile(string path) => $"{path}.{ProcessIdentity.Own}.{Guid.NewGuid():N}{Extension}";

    public static void Remove(string folder)
    {
        ScratchFolder.RemoveLeft(folder);
        foreach (string file in Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories).Where(IsLeft))
            File.Delete(file);
    }

    private static bool IsLeft(string file)
    {
        string name = Path.GetFileName(file)[..^Extension.Length];
        int machine = name.LastIndexOf($".{Environment.MachineName}-", StringComparison.Ordinal), number = name.LastIndexOf('.');
        return machine >= 0 && number > machine && name.Length - number - 1 == DigitsOfNumber
            && ProcessIdentity.IsDead(name[(machine + 1)..number]);
    }
}
