using System.Globalization;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// The hard limit of open files that this process was started with (ulimit -Hn; the runtime raises the soft one to it). Below what a run
/// takes, pipes of workers can't be made in the middle of it, and the runtime can't even load what it needs to say so.
/// </summary>
internal static class OpenFiles
{
    /// <summary>The runtime, the assemblies and the tables: some 150 were counted; a lane has two workers of 6, and their groups.</summary>
    private const int OfProgram = 200, OfLane = 16;

    /// <returns>Why not even the program can work here; null where it can. Asked first of all: a little later the runtime can't load what
    /// it takes to say so.</returns>
    public static string? Shortfall() => Shortfall(OfProgram, "the program takes");

    /// <exception cref="UsageException">There are too few for so many cases at the same time.</exception>
    public static void RequireFor(int workers)
    {
        if (Shortfall(OfProgram + workers * OfLane, $"{workers} cases at the same time take") is { } shortfall)
            throw new UsageException(shortfall);
    }

    private static string? Shortfall(int needed, string whatTakes) => Most() is { } most && most < needed
        ? $"this process may open {most} files at the same time, and {whatTakes} up to {needed}; nothing ran. Raise the hard limit "
            + "(ulimit -Hn, LimitNOFILE of systemd), or say fewer --workers."
        : null;

    /// <returns>Null where there is no limit, or none can be read.</returns>
    private static long? Most()
    {
        const string limits = "/proc/self/limits";
        string? line = File.Exists(limits)
            ? File.ReadLines(limits).FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            : null;
        string[] parts = (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 5 && long.TryParse(parts[4], CultureInfo.InvariantCulture, out long hard) ? hard : null;
    }
}
