using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// The .NET worker's program. It stands in a folder of its own beside the harness: published as <c>worker/</c>, in a build as
/// <c>../../Worker</c>.
/// </summary>
public static class WorkerInstallation
{
    public const string Program = "Evaluator.Worker";

    private static readonly Lazy<string> FoundFolder = new(Find);

    public static string Folder => FoundFolder.Value;

    /// <summary>What workers of all languages read as /proc/meminfo.</summary>
    public static string MemoryFile => Path.Combine(Folder, "meminfo");

    /// <summary>Says which worker it is: the compiler's id of what it compiled.</summary>
    public static Guid VersionId()
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(Folder, Program + ".dll")));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static string Find()
    {
        string here = AppContext.BaseDirectory;
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string[] places =
        [
            Path.Combine(here, "worker"),
            Path.GetFullPath(Path.Combine(here, "..", "..", "Worker", configuration)),
        ];
        return Array.Find(places, place => File.Exists(Path.Combine(place, Program)))
            ?? throw new HarnessFaultException(
                $"the worker program is missing; looked in {string.Join(" and ", places)}. Run ./run-all.sh build.");
    }
}
