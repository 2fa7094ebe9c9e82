using System.Globalization;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// Theory of operation. A compiler is a trusted program with a stranger's input, which makes it an untrusted one: it runs among the same
/// walls as a worker, with limits of its own, sees itself, its headers and the sources, and gives back one file over standard output. What
/// it does wrong, or takes too long for, is the submission's fault and rejects it.
/// </summary>
/// <param name="cancel">Stops what is being compiled.</param>
public sealed partial class Workshop(SandboxMeans means, Limits limits, CancellationToken cancel)
{
    /// <summary>30 s as in the contest; memory is what a compiler may need, not a predictor.</summary>
    public static readonly Limits Official = new(CpuSeconds: 30, WallSeconds: 60, MemoryMebibytes: 2048);

    /// <summary>More of a binary is not taken: it is far beyond what is allowed, and only its being so is of interest.</summary>
    private const int MostBytesTaken = 16 * 1024 * 1024;

    private const int MostTries = 3;

    private const int MostLinesSaid = 60, MostCharactersSaid = 8000;

    /// <summary>What goes before a competitor's file names in messages, and says nothing to a competitor.</summary>
    private static readonly string[] Prefixes = [$"{Sources.Inside}/{Sources.SubmissionFolder}", Sources.Inside + "/"];

    /// <summary>Whether Landlock alone stands around what runs here: then no process but the first finds itself in /proc.</summary>
    public bool HasOnlyLandlock => means is { Filters: true, Bubblewrap: null };

    /// <summary>Compiles what is ours: the limits that somebody set for a submission do not hold for it.</summary>
    /// <exception cref="HarnessFaultException">It could not be compiled, which is no competitor's fault.</exception>
    public byte[] CompileOurs(IReadOnlyList<ClosureFile> files, Func<Sources, ConfinedProgram> compiler, string what)
    {
        using var sources = new Sources(files);
        try
        {
            return new Workshop(means, Official, cancel).Run(compiler(sources), what);
        }
        catch (SubmissionRejectedException ours)
        {
            throw new HarnessFaultException(ours.Message, ours);
        }
    }

    /// <returns>What the program wrote to standard output.</returns>
    /// <exception cref="SubmissionRejectedException">It refused the sources, or passed a limit.</exception>
    /// <exception cref="HarnessFaultException">It could not be run, three times.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <param name="by">By which standard it reads what it is given; for its refusals.</param>
    public byte[] Run(ConfinedProgram program, string what, string? by = null)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                return RunOnce(program, what, by);
            }
            catch (CompilerKilledException killed)
            {
                // A machine without memory may have some in a moment.
                if (tried == MostTries)
                    throw new HarnessFaultException(killed.Message, killed);
            }
        }
    }

    private byte[] RunOnce(ConfinedProgram program, string what, string? by)
    {
        var command = new WorkerCommand(limits, means, program);
        using WorkerProcess process = WorkerProcess.Start(command);
        var guard = new WorkerGuard(process, limits);
        using var watchdog = new Watchdog();
        using CancellationTokenRegistration registration = cancel.Register(guard.Cancel);
        guard.Start();
        watchdog.Add(guard);
        byte[] made = Take(process);
        ConsoleText said = process.End(TimeSpan.FromSeconds(limits.WallSeconds));
        guard.Finish();
        watchdog.Remove(guard);
        guard.RequireWatched();
        RequireWithinLimits(guard.Cause, what);
        return process.ExitCode switch
        {
            0 => made,
            CompilerShell.Refused when !SaysThatItWasKilled(said.Text) =>
                throw new SubmissionRejectedException(
                    $"{what} failed{(by is null ? "" : $" ({by})")}:\n{Shortened(said.Text, command)}"),
            CompilerShell.Refused or CompilerShell.NeverJudged => throw new CompilerKilledException(
                $"{what} was killed, or could not start, {MostTries} times: this machine lacks memory or processes; it printed: "
                    + $"{EscapedText.Of(said.Start)}"),
            var code => throw new HarnessFaultException(
                $"{what} could not be run (exit code {code?.ToString(CultureInfo.InvariantCulture) ?? "none: it does not die"}); it "
                + $"printed: {EscapedText.Of(said.Start)}"),
        };
    }

    /// <summary>
    /// g++ starts its parts and tells of a killed one in its last two lines; a virtual machine that gets no memory says so in its first,
    /// before it has read
    /// a source. What a source makes a compiler print stands behind a file's name, and in front of the line that it is about.
    /// </summary>
    private static bool SaysThatItWasKilled(string said) =>
        PartKilled().IsMatch(said) || said.StartsWith("Error occurred during initialization of VM", StringComparison.Ordinal);

    [GeneratedRegex(@"(^|\n)g\+\+: fatal error: Killed signal terminated program \w+\ncompilation terminated\.\s*\z")]
    private static partial Regex PartKilled();

    private void RequireWithinLimits(StopCause cause, string what)
    {
        switch (cause)
        {
            case StopCause.None:
                return;
            case StopCause.CpuLimit:
                throw new SubmissionRejectedException($"{what} took more than {limits.CpuSeconds:0.###} s of CPU time.");
            case StopCause.WallLimit:
                throw new SubmissionRejectedException($"{what} took more than {limits.WallSeconds:0.###} s.");
            case StopCause.MemoryLimit:
                throw new SubmissionRejectedException($"{what} used more than {limits.MemoryMebibytes} MiB of memory.");
            case StopCause.Cancelled:
                throw new OperationCanceledException();
            default:
                throw new HarnessFaultException($"{what} was ended by {cause}");
        }
    }

    private static byte[] Take(WorkerProcess process)
    {
        var made = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        while (process.Replies.Read(buffer) is > 0 and int read)
        {
            if (made.Length < MostBytesTaken)
                made.Write(buffer, 0, read);
        }
        return made.ToArray();
    }

    /// <summary>What the compiler said, as it said it, with the competitor's own file names, and no more than anybody reads.</summary>
    private static string Shortened(string said, WorkerCommand command)
    {
        foreach (string prefix in Prefixes)
            said = said.Replace(prefix, "", StringComparison.Ordinal).Replace(command.Where(prefix), "", StringComparison.Ordinal);
        string[] lines = said.TrimEnd().Split('\n');
        string text = string.Join('\n', lines.Take(MostLinesSaid));
        if (text.Length > MostCharactersSaid)
            text = text[..MostCharactersSaid] + " …";
        text = EscapedText.Of(text, keepLines: true);
        return lines.Length > MostLinesSaid ? $"{text}\n… and {lines.Length - MostLinesSaid} lines more" : text;
    }
}
