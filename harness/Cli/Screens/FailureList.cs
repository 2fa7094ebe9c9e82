using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The cases that failed, those of the same failure together: how many, what happened, and where to look first.</summary>
internal static class FailureList
{
    private const int GroupsShown = 8;
    private const int CasesShown = 3;
    private const int FramesShown = 5;
    private const int PrintedShown = 3;

    /// <summary>What runtimes say first when they end a process: C++ (harness/Runners/Cpp/backtrace.h), .NET, Java.</summary>
    private static readonly string[] EndsOfProcesses =
        ["SIG", "Unhandled exception", "Stack overflow", "Fatal error", "Process terminated", "Exception in thread", "# A fatal error"];

    public static void Print(IReadOnlyList<CaseResult> results) => Print(AnsiConsole.Console, results);

    /// <param name="folder">Where what the predictor printed stands; null to say nothing of it.</param>
    public static void Print(IAnsiConsole console, IReadOnlyList<CaseResult> results, RunFolder? folder = null)
    {
        IReadOnlyList<FailureGroup> groups = FailureGroup.Of(results);
        if (groups.Count == 0)
            return;
        console.MarkupLine($"[bold]failed[/]: {Cases(groups.Sum(group => group.Cases.Count))} of {Figures.Count(results.Count)}");
        foreach (FailureGroup group in groups.Take(GroupsShown))
        {
            (Verdict verdict, string? reason, string detail, IReadOnlyList<CaseResult> cases) = group;
            string why = $"{(reason is null ? "" : $" ({reason})")}{(detail.Length == 0 ? "" : $": {detail}")}";
            console.Write(Hanging().AddRow($"{Cases(cases.Count)}:", $"[red]{verdict}[/]{Markup.Escape(why)}"));
            foreach (string line in FramesOf(group))
                console.MarkupLine($"    [dim]{Markup.Escape(Cell.Cut(line.Trim(), console.Profile.Width - 4))}[/]");
            if (folder is not null)
                PrintedLines.Print(console, folder, cases[0], PrintedShown, "    ");
            console.MarkupLine($"    [dim]{Markup.Escape(Names(cases))}[/]");
        }
        if (groups.Count > GroupsShown)
            console.MarkupLine($"  and {groups.Count - GroupsShown} other failures; cases/ in the run folder has them all");
    }

    public static string Cases(int count) => count == 1 ? "1 case" : $"{Figures.Count(count)} cases";

    /// <summary>What goes on in the next line stands below what happened, not at the margin.</summary>
    private static Grid Hanging() => new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 1, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });

    /// <summary>The first of the stack; of what a dying process printed the last, where its end is.</summary>
    private static IEnumerable<string> FramesOf(FailureGroup group)
    {
        CaseResult result = group.Cases[0];
        string[] lines = [.. group.FirstFrames];
        IEnumerable<string> shown = lines.Take(FramesShown);
        if (PrintedLines.AreInDetail(result))
        {
            int end = Array.FindIndex(lines, line => EndsOfProcesses.Any(word => line.StartsWith(word, StringComparison.Ordinal)));
            shown = end < 0 ? lines.TakeLast(FramesShown) : lines.Skip(end).Take(FramesShown);
        }
        return lines.Length > FramesShown
            ? [.. shown, $"… `evaluator show RUN --case {result.Case}` has all {lines.Length} lines"]
            : shown;
    }

    private static string Names(IEnumerable<CaseResult> cases)
    {
        string[] names = [.. cases.Select(one => one.Case)];
        string more = names.Length > CasesShown ? $" and {names.Length - CasesShown} more" : "";
        return $"{string.Join(", ", names.Take(CasesShown))}{more}";
    }
}
