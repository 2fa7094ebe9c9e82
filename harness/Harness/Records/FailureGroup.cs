using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>Cases that failed in the same way.</summary>
/// <param name="What">The first line of what happened, with … for the case's own id; empty where nothing is told.</param>
/// <param name="Cases">At least one, in the order in which they were given.</param>
public sealed record FailureGroup(Verdict Verdict, string? Reason, string What, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>The groups of those that were not Accepted, largest first.</summary>
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<CaseResult> results) =>
    [
        .. results.Where(result => result.Verdict != Verdict.Accepted)
            .GroupBy(result => (result.Verdict, result.Reason, What: FirstLine(result)))
            .Select(group => new FailureGroup(group.Key.Verdict, group.Key.Reason, group.Key.What, [.. group]))
            .OrderByDescending(group => group.Cases.Count),
    ];

    /// <summary>What the group's first case tells below its first line: frames, or what its process printed last.</summary>
    public IReadOnlyList<string> FirstFrames => [.. (Cases[0].Detail ?? "").Split('\n').Skip(1)];

    private static string FirstLine(CaseResult result) =>
        (result.Detail ?? "").Split('\n')[0].Trim().Replace(result.Case, "…", StringComparison.Ordinal);
}
