using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// How a program is started among the walls, and the small world it sees (ruling 10): UTC, an empty folder to work in, no variable of ours.
/// </summary>
public sealed class WorkerCommand
{
    /// <summary>Joins the control groups named before "--" and becomes the command behind it. Process.Start can do neither.</summary>
    private const string JoinAndRun = """while [ "$1" != -- ]; do echo 0 > "$1" || exit 120; shift; done; shift; exec "$@" """;

    private readonly Limits limits;
    private readonly SandboxMeans means;
    private readonly ConfinedProgram program;
    private readonly List<string> command;
    private readonly Dictionary<string, string> environment = [];

    public WorkerCommand(Limits limits, SandboxMeans means, ConfinedProgram program)
    {
        this.limits = limits;
        this.means = means;
        this.program = program;
        command = [.. program.Command.Select(Where)];
        foreach ((string name, string value) in program.Environment)
            environment[name] = Where(value);
        environment["TZ"] = "UTC";
        environment["EVALUATOR_FILE_BYTES"] = limits.MemoryBytes.ToString(CultureInfo.InvariantCulture);
        environment["EVALUATOR_DATA_BYTES"] = (2 * limits.MemoryBytes).ToString(CultureInfo.InvariantCulture);
        if (means.Filters && !program.StartsProcesses)
            environment["EVALUATOR_FILTER"] = SystemCallFilter.Text(SharedMemoryIsSeen);
        // In a user namespace of its own only the worker's threads count; root's never do (there the pids controller holds
        // them).
        if (means.Bubblewrap is not null)
            environment["EVALUATOR_TASKS"] = ControlGroup.MostTasks;
        if (means.Filters && means.Bubblewrap is null)
            EnterLandlock();
    }

    /// <summary>Whether the program needs a folder of ours to work in; bubblewrap gives it one in memory.</summary>
    public bool NeedsWorkingFolder => means.Bubblewrap is null;

    /// <summary>What the program has to call a path that is told as seen from inside bubblewrap.</summary>
    public string Where(string path) => means.Bubblewrap is null ? program.Outside(path) : path;

    /// <returns>Null where control groups can't be made.</returns>
    public ControlGroup? MakeGroup() => means.Groups?.Make(limits.MemoryBytes);

    /// <returns>Null where it may run on all cores of this process.</returns>
    internal ChosenCores? ChooseCores() => limits.Cores is { } most ? ChosenCores.Take(most) : null;

    /// <param name="workingFolder">An empty folder, where <see cref="NeedsWorkingFolder"/>.</param>
    /// <param name="group">The control group to join, or null.</param>
    public ProcessStartInfo For(string? workingFolder, ControlGroup? group)
    {
        string home = workingFolder ?? Bubblewrap.WorkingFolder;
        Dictionary<string, string> variables = new(environment) { ["HOME"] = home };
        variables.TryAdd("TMPDIR", home);
        List<string> whole = [];
        if (group is not null)
            whole.AddRange(["/bin/sh", "-c", JoinAndRun, "sh", .. group.JoinFiles, "--"]);
        if (means.Bubblewrap is { } bubblewrap)
        {
            whole.AddRange([bubblewrap, .. program.StartsProcesses
                ? Bubblewrap.ArgumentsForMany(program.Shown, variables, program.SharesNetwork, program.TemporaryBytes)
                : Bubblewrap.Arguments(bubblewrap, command[0], program.Shown, variables, WorkerInstallation.MemoryFile)]);
        }
        whole.AddRange(command);

        var start = new ProcessStartInfo(whole[0], whole[1..])
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

    /// <summary>
    /// Memory of no file that several could share: a control group counts it, and root can look at what a map holds
    /// (<see cref="MemoryFiles"/>). The polls of an ordinary user can't; there the filter refuses all but small maps of it.
    /// </summary>
    private bool SharedMemoryIsSeen => means.Groups is not null || LibC.geteuid() == 0;

    /// <summary>Landlock can only be entered from within: the .NET worker does it, and then becomes the command.</summary>
    private void EnterLandlock()
    {
        command.Insert(0, Path.Combine(WorkerInstallation.Folder, WorkerInstallation.Program));
        environment["DOTNET_ROOT"] = DotNetInstallation.Root;
        List<string> shown = [.. program.Shown.Values, .. program.Named.Values, WorkerInstallation.Folder, DotNetInstallation.Root];
        string[] readable =
        [
            .. shown, "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache",
            "/dev/null", "/dev/random", "/dev/urandom", "/proc/meminfo", "/sys/devices/system/cpu/possible",
            "/sys/devices/system/cpu/online",
        ];
        environment["EVALUATOR_LANDLOCK"] = string.Join('\n', readable.Where(Path.Exists).Distinct());
        if (OperatingSystem.IsLinux() && LibC.geteuid() == 0 && shown.All(OpenFolders.AreAbove))
            environment["EVALUATOR_USER"] = "65534";
    }
}
