using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Evaluator.Harness.Workers;

/// <summary>
/// How a worker is started: the program, and the small world it sees (ruling 10): UTC, one processor, an empty folder to work in, no
/// variable of ours.
/// </summary>
internal sealed class WorkerCommand(Limits limits)
{
    public ProcessStartInfo For(string workingFolder)
    {
        var start = new ProcessStartInfo(WorkerExecutable.Value)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Set explicitly: inside a memory cgroup the runtime would otherwise stop at three quarters of the limit (peers.md, 2.10).
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + limits.MemoryBytes.ToString("X");
        start.Environment["TZ"] = "UTC";
        return start;
    }

    /// <summary>The worker stands in a folder of its own beside the harness: published as <c>worker/</c>, in a build as <c>../../Worker</c>.</summary>
    private static readonly Lazy<string> WorkerExecutable = new(FindWorker);

    /// <summary>Says which worker it is: the compiler's id of what it compiled.</summary>
    public static Guid WorkerVersionId()
    {
        using var image = new PEReader(File.OpenRead(WorkerExecutable.Value + ".dll"));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static string FindWorker()
    {
        string here = AppContext.BaseDirectory;
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string[] places =
        [
            Path.Combine(here, "worker", "Evaluator.Worker"),
            Path.GetFullPath(Path.Combine(here, "..", "..", "Worker", configuration, "Evaluator.Worker")),
        ];
        return Array.Find(places, File.Exists)
            ?? throw new HarnessFaultException($"the worker program is missing; looked for {string.Join(" and ", places)}. Run ./run-all.sh build.");
    }
}
