using System.Text;

namespace Evaluator.Confinement.Disk;

/// <summary>
/// Whether a stranger's program can be started from a folder: of a mount with <c>noexec</c> it can't, and Java's class path is cut at a
/// colon.
/// </summary>
public static class StagingPlace
{
    public static bool IsFit(string folder)
    {
        string path = ToolFinder.Resolve(folder);
        return Ascii.IsValid(path) && !path.Contains(':') && !IsNoExec(path);
    }

    /// <summary>
    /// The options of the mount that the path lies on: of the longest mount point that is a part of it (proc(5), mountinfo).
    /// </summary>
    private static bool IsNoExec(string path)
    {
        string longest = "", options = "";
        foreach (string line in File.ReadLines("/proc/self/mountinfo"))
        {
            string[] fields = line.Split(' ');
            if (fields.Length < 6)
                continue;
            string point = fields[4].Replace("\\040", " ", StringComparison.Ordinal);
            bool above = point == "/" || path == point || path.StartsWith(point + "/", StringComparison.Ordinal);
            if (above && point.Length >= longest.Length)    // of two mounts at one point, the later one covers the other
                (longest, options) = (point, fields[5]);
        }
        return options.Split(',').Contains("noexec");
    }
}
