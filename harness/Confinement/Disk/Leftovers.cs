using System.Globalization;
using System.Text.RegularExpressions;

namespace Evaluator.Confinement.Disk;

/// <summary>
/// What a killed harness leaves in a run folder: half-written files and its scratch folder. Both have the machine and the process in their
/// names; those of other machines, and of processes that live, stay: another harness may be at work in the same folder.
/// </summary>
public static partial class Leftovers
{
    public static string ScratchFolder(string runFolder) => Path.Combine(runFolder, $"scratch-{Environment.MachineName}-{Environment.ProcessId}");

    public static string TemporaryFile(string path) => $"{path}.{Environment.MachineName}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";

    public static void Remove(string runFolder)
    {
        RemoveScratchFolders(runFolder);
        foreach (string file in Directory.EnumerateFiles(runFolder, "*.tmp", SearchOption.AllDirectories).Where(path => IsDead(TemporaryName().Match(path))))
            File.Delete(file);
    }

    public static void RemoveScratchFolders(string parent)
    {
        foreach (string folder in Directory.EnumerateDirectories(parent, "scratch-*").Where(path => IsDead(ScratchName().Match(path))))
            RemoveScratch(folder);
    }

    private static void RemoveScratch(string folder)
    {
        try
        {
            WorkingFolder.Remove(folder);
        }
        catch (HarnessFaultException)
        {
            // A worker of the dead harness is dying too and may still write there; the next --resume takes the rest.
        }
    }

    private static bool IsDead(Match name) =>
        name.Success
        && name.Groups["machine"].ValueSpan.EndsWith(Environment.MachineName, StringComparison.Ordinal)
        && int.TryParse(name.Groups["process"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int process)
        && (process == Environment.ProcessId || !Directory.Exists($"/proc/{process}"));

    [GeneratedRegex(@"scratch-(?<machine>.+)-(?<process>\d+)$")]
    private static partial Regex ScratchName();

    [GeneratedRegex(@"\.(?<machine>[^/]+)\.(?<process>\d+)\.[0-9a-f]{32}\.tmp$")]
    private static partial Regex TemporaryName();
}
