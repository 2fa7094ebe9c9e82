using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Harness.Runs;

/// <summary>
/// The case files of a run folded into its summary, wherever they were played. Refused unless every case has exactly one sound result.
/// </summary>
/// <param name="Summary">As written to <c>summary.json</c>; null where the merge was refused, and then nothing was written.</param>
/// <param name="Refusals">The files that are lost, foreign, doubled or edited.</param>
/// <param name="Conflicts">Second results that differ from the first. They count for nothing and hinder no merge.</param>
public sealed record Merge(RunSummary? Summary, IReadOnlyList<Damage> Refusals, IReadOnlyList<Conflict> Conflicts)
{
    /// <exception cref="IOException">The summary can't be written.</exception>
    public static Merge Of(RunFolder folder)
    {
        RunManifest manifest = folder.ReadManifest();
        RunInspection found = folder.Inspect();
        List<Damage> refusals = [.. found.Damages.Where(damage => damage.File != RunFolder.SummaryFile)];
        if (manifest.Submission.Rejection is null)
        {
            HashSet<string?> accounted = [.. found.Results.Select(result => result.Case), .. refusals.Select(damage => damage.Case)];
            refusals.AddRange(
                manifest.Cases.Where(caseId => !accounted.Contains(caseId)).Select(caseId => Lost(folder, caseId)));
        }
        IReadOnlyList<Conflict> conflicts = folder.ReadConflicts();
        if (refusals.Count > 0)
            return new Merge(null, refusals, conflicts);
        RunSummary summary = RunSummary.Of(manifest, found.Results);
        folder.Write(summary);
        return new Merge(summary, [], conflicts);
    }

    private static Damage Lost(RunFolder folder, string caseId) => new(
        CaseResult.FileOf(caseId),
        folder.LastFault(caseId) is { } fault
        ? $"is missing: the case was not played to its end; {fault} says why"
        : "is missing: the case has no result",
        caseId);
}
