using System.Globalization;

namespace Evaluator.Worker.Walls;

/// <summary>
/// Theory of operation. The harness puts walls around this process before it starts (bubblewrap, a control group); what only a process can
/// do to itself is done here, in two steps, both before any of the predictor's code is loaded. <see cref="EnterLandlockAndBecome"/>
/// comes first of all, where bubblewrap is absent: it gives up files, capabilities and user, and starts the program anew, because the
/// runtime's threads are there before Main and each would keep what it had; other runners and compilers are let in by the same door.
/// <see cref="Lock"/> follows: resource limits, and the filter that forbids system calls to all threads at once; nothing of what the
/// worker itself does later is among them. A worker that can't do either ends before it says hello, and is a fault of ours. What to do is
/// told by variables that nobody else sees: the environment is emptied before the predictor comes.
/// </summary>
internal sealed class Confinement
{
    private const string FilterVariable = "EVALUATOR_FILTER";
    private const string DataVariable = "EVALUATOR_DATA_BYTES";
    private const string FileVariable = "EVALUATOR_FILE_BYTES";
    private const string TasksVariable = "EVALUATOR_TASKS";
    private const string LandlockVariable = "EVALUATOR_LANDLOCK";
    private const string UserVariable = "EVALUATOR_USER";

    /// <summary>A predictor needs a handful, and one that maps all files of the runtime some thousand.</summary>
    private const ulong MostDescriptors = 4096;

    /// <summary>Signals that wait are counted per user of the machine, and each thread of the runtime may wait for one.</summary>
    private const ulong MostPendingSignals = 1024;

    private readonly string? filter;
    private readonly ulong? dataBytes, fileBytes, tasks;

    private Confinement(string? filter, ulong? dataBytes, ulong? fileBytes, ulong? tasks)
    {
        this.filter = filter;
        this.dataBytes = dataBytes;
        this.fileBytes = fileBytes;
        this.tasks = tasks;
    }

    public static Confinement FromEnvironment() => new(
        Environment.GetEnvironmentVariable(FilterVariable), Number(DataVariable), Number(FileVariable), Number(TasksVariable));

    /// <summary>Does not return: this process becomes the command.</summary>
    public static void EnterLandlockAndBecome(string[] command)
    {
        uint? user = uint.TryParse(Environment.GetEnvironmentVariable(UserVariable), CultureInfo.InvariantCulture, out uint number)
            ? number
            : null;
        string[] readable = (Environment.GetEnvironmentVariable(LandlockVariable) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Landlock.Restrict(readable, writable: Environment.CurrentDirectory, () => Privileges.GiveUp(user, Environment.CurrentDirectory));

        List<string?> environment = [];
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            environment.Add($"{variable.Key}={variable.Value}");
        LibC.Checked(LibC.execve(command[0], [.. command, null], [.. environment, null]), $"become {command[0]}");
    }

    /// <exception cref="System.ComponentModel.Win32Exception">The kernel refuses.</exception>
    public void Lock()
    {
        Limit(LibC.RLIMIT_CORE, 0);
        Limit(LibC.RLIMIT_NOFILE, MostDescriptors);
        Limit(LibC.RLIMIT_SIGPENDING, MostPendingSignals);
        Limit(LibC.RLIMIT_MEMLOCK, 0);
        if (dataBytes is { } data)
            Limit(LibC.RLIMIT_DATA, data);
        if (fileBytes is { } file)
        {
            // It holds for a memfd as well, which a poll may come too late to see. Past it a write is to fail, not to end the process.
            LibC.signal(LibC.SIGXFSZ, LibC.SIG_IGN);
            Limit(LibC.RLIMIT_FSIZE, file);
        }
        if (tasks is { } most)
            Limit(LibC.RLIMIT_NPROC, most);
        if (filter is { Length: > 0 })
            SystemCallFilter.Install(filter);
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out ulong number) ? number : null;

    /// <summary>Never above what it was: where somebody has set a lower one, that one stays.</summary>
    private static void Limit(int resource, ulong value)
    {
        LibC.Checked(LibC.getrlimit(resource, out LibC.ResourceLimit before), $"read limit {resource}");
        value = Math.Min(value, before.Hard);
        LibC.Checked(LibC.setrlimit(resource, new LibC.ResourceLimit(value)), $"set limit {resource} to {value}");
    }
}
