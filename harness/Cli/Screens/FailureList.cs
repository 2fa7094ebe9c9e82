using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The cases that failed, those of the same failure together: how many, what happened, and where to look first.</summary>
internal static class FailureList
{
    private const int GroupsShown = 8;
    private const int CasesShown = 3;

    public static void Print(IReadOnlyList<CaseResult> results) => Print(AnsiConsole.Console, results);

    public static void Print(IAnsiConsole console, IReadOnlyList<CaseResult> results)
    {
        CaseResult[] failed = [.. results.Where(result => result.Verdict != Verdict.Accepted)];
        if (failed.Length == 0)
            return;
        IGrouping<(Verdict, string?, string), CaseResult>[] groups =
            [.. failed.GroupBy(result => (result.Verdict, result.Reason, FirstLine(result.Detail)))
                .OrderByDescending(group => group.Count())];
        console.MarkupLine($"[bold]failed[/]: {Cases(failed.Length)} of {Figures.Count(results.Count)}");
        foreach (IGrouping<(Verdict Verdict, string? Reason, string Detail), CaseResult> group in groups.Take(GroupsShown))
        {
            (Verdict verdict, string? reason, string detail) = group.Key;
            console.MarkupLine(
                $"  {Cases(group.Count())}: [red]{verdict}[/]{(reason is null ? "" : $" ({Markup.Escape(reason)})")}"
                + $"{(detail.Length == 0 ? "" : Markup.Escape($": {detail}"))}");
            console.MarkupLine($"    [dim]{Markup.Escape(Names(group))}[/]");
        }
        if (groups.Length > GroupsShown)
            console.MarkupLine($"  and {groups.Length - GroupsShown} other failures; cases/ in the run folder has them all");
    }

    public static string Cases(int count) => count == 1 ? "1 case" : $"{Figures.Count(count)} cases";

    private static string FirstLine(string? detail) => detail?.Split('\n')[0].Trim() ?? "";

    private static string Names(IEnumerable<CaseResult> cases)
    {
        string[] names = [.. cases.Select(one => one.Case)];
        string more = names.Length > CasesShown ? $" and {names.Length - CasesShown} more" : "";
        return $"{string.Join(", ", names.Take(CasesShown))}{more}";
    }
}
