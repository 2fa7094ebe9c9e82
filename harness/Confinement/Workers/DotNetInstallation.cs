using System.Runtime.InteropServices;

namespace Evaluator.Confinement.Workers;

/// <summary>The .NET that this process runs on, and with it the workers.</summary>
internal static class DotNetInstallation
{
    public static string RuntimeFolder { get; } = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());

    public static string RuntimeVersion { get; } = Path.GetFileName(RuntimeFolder);

    public static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", ".."));
}
