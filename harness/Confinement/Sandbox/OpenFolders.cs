using System.Runtime.Versioning;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// Whether another user of the machine could get to a file: a worker that gives up root keeps only what anybody may read.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class OpenFolders
{
    public static bool AreAbove(string path)
    {
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0)
                return false;
        }
        return (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != 0;
    }
}
