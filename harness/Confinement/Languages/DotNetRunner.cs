using System.Globalization;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>Plays .NET assemblies: harness/Worker.</summary>
/// <param name="lines">Of the predictor's source.</param>
public sealed class DotNetRunner(DotNetLines? lines = null) : Runner
{
    private const string RootInside = Bubblewrap.Home + "/dotnet", WorkerInside = Bubblewrap.Home + "/worker";

    public override string InSource(string told) => lines?.In(told) ?? told;

    public override DebuggedProgram ForDebugger(ConfinedProgram program) => new(
        // Debuggers look for the runtime's pipes in their own temporary folder.
        DebuggedProgram.With(program, DebuggedProgram.Waits, new("DOTNET_EnableDiagnostics", "1"), new("TMPDIR", Path.GetTempPath())),
        id => $"attach to the .NET process {id} (Visual Studio Code: \".NET: Attach to Process\"; netcoredbg --attach {id})");

    public override ConfinedProgram Program(WorkerFiles files, string folder, Limits limits) => Program(files, limits);

    public static ConfinedProgram Program(WorkerFiles files, Limits limits)
    {
        Dictionary<string, string> shown = files.Shown();
        shown[RootInside + "/host"] = Path.Combine(DotNetInstallation.Root, "host");
        shown[$"{RootInside}/shared/Microsoft.NETCore.App/{DotNetInstallation.RuntimeVersion}"] = DotNetInstallation.RuntimeFolder;
        shown[WorkerInside] = WorkerInstallation.Folder;
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = RootInside,
            ["DOTNET_PROCESSOR_COUNT"] = "1",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            // Code pages are mapped once instead of twice: that spares start-up time, and a memfd of 2 GiB that is no predictor's.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            // Set explicitly: inside a memory cgroup the runtime would otherwise stop at three quarters of the limit.
            ["DOTNET_GCHeapHardLimit"] = "0x" + limits.MemoryBytes.ToString("X", CultureInfo.InvariantCulture),
        };
        return new ConfinedProgram([$"{WorkerInside}/{WorkerInstallation.Program}"], shown, environment)
        {
            Named = new Dictionary<string, string> { [RootInside] = DotNetInstallation.Root },
        };
    }
}
