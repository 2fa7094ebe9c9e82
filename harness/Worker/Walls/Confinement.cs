using System.Globalization;
using System.Runtime.InteropServices;

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
internal sealed unsafe class Confinement
{
    /// <summary>A predictor needs a handful, and one that maps all files of the runtime some thousand.</summary>
    private const ulong MostDescriptors = 4096;

    /// <summary>Signals that wait are counted per user of the machine, and each thread of the runtime may wait for one.</summary>
    private const ulong MostPendingSignals = 1024;

    /// <summary>Null where there is none; else a text that ends with a zero.</summary>
    private readonly byte* filter;

    private readonly ulong? dataBytes, fileBytes, tasks;

    private Confinement(byte* filter, ulong? dataBytes, ulong? fileBytes, ulong? tasks)
    {
        this.filter = filter;
        this.dataBytes = dataBytes;
        this.fileBytes = fileBytes;
        this.tasks = tasks;
    }

    /// <summary>As the C library has it: the framework's own way to a variable makes strings and a parser of each worker's start.</summary>
    public static Confinement FromEnvironment() => new(
        LibC.Variable("EVALUATOR_FILTER\0"u8), Number("EVALUATOR_DATA_BYTES\0"u8), Number("EVALUATOR_FILE_BYTES\0"u8),
        Number("EVALUATOR_TASKS\0"u8));

    /// <summary>Does not return: this process becomes the command, with the variables that it has.</summary>
    public static void EnterLandlockAndBecome(string[] command)
    {
        string? text = Environment.GetEnvironmentVariable("EVALUATOR_USER");
        uint? user = uint.TryParse(text, CultureInfo.InvariantCulture, out uint number) ? number : null;
        string[] readable =
            (Environment.GetEnvironmentVariable("EVALUATOR_LANDLOCK") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Landlock.Restrict(readable, writable: Environment.CurrentDirectory, () => Privileges.GiveUp(user, Environment.CurrentDirectory));

        nint[] arguments = new nint[command.Length + 1];
        for (int i = 0; i < command.Length; i++)
            arguments[i] = Marshal.StringToCoTaskMemUTF8(command[i]);
        fixed (nint* first = arguments)
            LibC.Checked(LibC.execv(first[0], first), "become", command[0]);
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
        if (filter != null && *filter != 0)
            SystemCallFilter.Install(filter);
    }

    /// <remarks>By hand, as in <see cref="SystemCallFilter"/>.</remarks>
    private static ulong? Number(ReadOnlySpan<byte> variable)
    {
        byte* digits = LibC.Variable(variable);
        if (digits == null || *digits == 0)
            return null;
        ulong number = 0;
        for (; *digits is >= (byte)'0' and <= (byte)'9'; digits++)
            number = number * 10 + *digits - '0';
        return *digits == 0 ? number : null;
    }

    /// <summary>Never above what it was: where somebody has set a lower one, that one stays.</summary>
    private static void Limit(int resource, ulong value)
    {
        if (LibC.getrlimit(resource, out LibC.ResourceLimit before) != 0)
            throw LibC.Failed("read limit", $"{resource}");
        value = Math.Min(value, before.Hard);
        if (LibC.setrlimit(resource, new LibC.ResourceLimit(value)) != 0)
            throw LibC.Failed("set limit", $"{resource} to {value}");
    }
}
