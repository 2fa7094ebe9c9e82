using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Evaluator.Harness.Sandbox;

namespace Evaluator.Harness.Workers;

/// <summary>
/// How a worker is started: the walls around it, and the small world it sees (ruling 10): UTC, one processor, an empty folder to work
/// in, no variable of ours.
/// </summary>
internal sealed class WorkerCommand
{
    /// <summary>Joins the control groups named before "--" and becomes the command behind it. Process.Start can do neither.</summary>
    private const string JoinAndRun = """while [ "$1" != -- ]; do echo 0 > "$1" || exit 120; shift; done; shift; exec "$@" """;

    private readonly Limits limits;
    private readonly SandboxMeans means;
    private readonly Dictionary<string, string> shown;
    private readonly Dictionary<string, string> environment;

    public WorkerCommand(Limits limits, SandboxMeans means, WorkerFiles files)
    {
        this.limits = limits;
        this.means = means;
        shown = means.Bubblewrap is null ? [] : new()
        {
            [Bubblewrap.Home + "/dotnet/host"] = Path.Combine(RuntimeRoot, "host"),
            [$"{Bubblewrap.Home}/dotnet/shared/Microsoft.NETCore.App/{RuntimeVersion}"] = RuntimeFolder,
            [Bubblewrap.Home + "/worker"] = WorkerFolder,
            [Bubblewrap.Home + "/submission"] = files.SubmissionFolder,
        };
        bool inside = means.Bubblewrap is not null;
        SubmissionFile = Path.Combine(inside ? Bubblewrap.Home + "/submission" : files.SubmissionFolder, files.SubmissionFile);
        TablesFile = inside ? Bubblewrap.Home + "/tables.bin" : files.TablesFile;
        if (inside && files.TablesFile is not null)
            shown[TablesFile!] = files.TablesFile;
        environment = Variables(limits, inside ? Bubblewrap.Home + "/dotnet" : RuntimeRoot);
        if (means.Filters)
            environment["EVALUATOR_FILTER"] = "1";
        // In a user namespace of its own only the worker's threads count; root's never do (design §3: there the pids controller holds them).
        if (inside)
            environment["EVALUATOR_TASKS"] = ControlGroup.MostTasks;
        if (means.Filters && !inside)
            AddLandlock(files);
    }

    /// <summary>Where the worker finds the predictor.</summary>
    public string SubmissionFile { get; }

    /// <summary>Where the worker finds the tables.</summary>
    public string? TablesFile { get; }

    /// <summary>Whether the worker needs a folder of ours to work in; bubblewrap gives it one in memory.</summary>
    public bool NeedsWorkingFolder => means.Bubblewrap is null;

    public static string WorkerFolder => FoundWorkerFolder.Value;

    private static readonly Lazy<string> FoundWorkerFolder = new(FindWorker);

    private static string RuntimeFolder { get; } = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());

    private static string RuntimeVersion { get; } = Path.GetFileName(RuntimeFolder);

    private static string RuntimeRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", ".."));

    /// <returns>Null where control groups can't be made.</returns>
    public ControlGroup? MakeGroup() => means.Groups?.Make(limits.MemoryBytes);

    /// <param name="workingFolder">An empty folder, where <see cref="NeedsWorkingFolder"/>.</param>
    /// <param name="group">The control group to join, or null.</param>
    public ProcessStartInfo For(string? workingFolder, ControlGroup? group)
    {
        Dictionary<string, string> variables = new(environment) { ["TMPDIR"] = workingFolder ?? Bubblewrap.WorkingFolder, ["HOME"] = workingFolder ?? Bubblewrap.WorkingFolder };
        List<string> command = [];
        if (group is not null)
            command.AddRange(["/bin/sh", "-c", JoinAndRun, "sh", .. group.JoinFiles, "--"]);
        if (means.Bubblewrap is { } bubblewrap)
            command.AddRange([bubblewrap, .. Bubblewrap.Arguments(shown, variables), Bubblewrap.Home + "/worker/Evaluator.Worker"]);
        else
            command.Add(Path.Combine(WorkerFolder, "Evaluator.Worker"));

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = workingFolder ?? "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Says which worker it is: the compiler's id of what it compiled.</summary>
    public static Guid WorkerVersionId()
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(WorkerFolder, "Evaluator.Worker.dll")));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static Dictionary<string, string> Variables(Limits limits, string runtimeRoot) => new()
    {
        ["DOTNET_ROOT"] = runtimeRoot,
        ["DOTNET_PROCESSOR_COUNT"] = "1",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // Code pages are mapped once instead of twice: that spares start-up time, and a memfd of 2 GiB that is no predictor's.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        // Set explicitly: inside a memory cgroup the runtime would otherwise stop at three quarters of the limit (peers.md, 2.10).
        ["DOTNET_GCHeapHardLimit"] = "0x" + limits.MemoryBytes.ToString("X", CultureInfo.InvariantCulture),
        ["TZ"] = "UTC",
        ["EVALUATOR_FILE_BYTES"] = limits.MemoryBytes.ToString(CultureInfo.InvariantCulture),
        ["EVALUATOR_DATA_BYTES"] = (2 * limits.MemoryBytes).ToString(CultureInfo.InvariantCulture),
    };

    private void AddLandlock(WorkerFiles files)
    {
        List<string> shown = [RuntimeRoot, WorkerFolder, files.SubmissionFolder];
        if (files.TablesFile is not null)
            shown.Add(files.TablesFile);
        string[] readable =
        [
            .. shown, "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache",
            "/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/sys/vm",
        ];
        environment["EVALUATOR_LANDLOCK"] = string.Join('\n', readable.Where(Path.Exists));
        if (OperatingSystem.IsLinux() && LibC.geteuid() == 0 && shown.All(OpenFolders.AreAbove))
            environment["EVALUATOR_USER"] = "65534";
    }

    /// <summary>The worker stands in a folder of its own beside the harness: published as <c>worker/</c>, in a build as <c>../../Worker</c>.</summary>
    private static string FindWorker()
    {
        string here = AppContext.BaseDirectory;
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string[] places =
        [
            Path.Combine(here, "worker"),
            Path.GetFullPath(Path.Combine(here, "..", "..", "Worker", configuration)),
        ];
        return Array.Find(places, place => File.Exists(Path.Combine(place, "Evaluator.Worker")))
            ?? throw new HarnessFaultException($"the worker program is missing; looked in {string.Join(" and ", places)}. Run ./run-all.sh build.");
    }
}
