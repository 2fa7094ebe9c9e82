using Evaluator.Contest.Truth;

namespace Evaluator.Harness.Records;

/// <summary>
/// The one answer to "may a competitor see this?" of a run (ruling 13), for every door that hands something out. It is made of the sealed
/// manifest and the results, and of no data package: the one that a reader names today may hold other sets.
/// </summary>
public sealed class PublicView
{
    /// <summary>A mean of fewer closed cases says too much about each: it is withheld, and with it all that is made of it.</summary>
    public const int FewestClosedCases = 10;

    private readonly HashSet<string> open;

    private PublicView(HashSet<string> open, bool showsTotals, IReadOnlyList<CaseResult> results, RunSummary summary)
    {
        this.open = open;
        ShowsTotals = showsTotals;
        Open = results;
        Summary = summary;
    }

    /// <param name="results">Results of cases of the manifest, in any order.</param>
    public static PublicView Of(RunManifest manifest, IReadOnlyList<CaseResult> results)
    {
        HashSet<string> open = new(manifest.OpenCases.Intersect(manifest.Cases), StringComparer.Ordinal);
        int closed = manifest.Cases.Count(one => !open.Contains(one));
        bool showsTotals = closed is 0 or >= FewestClosedCases;
        CaseResult[] shown =
            [.. results.Where(result => open.Contains(result.Case)).OrderBy(result => result.Case, StringComparer.Ordinal)];
        return new PublicView(open, showsTotals, shown, Redacted(RunSummary.Of(manifest, results), showsTotals));
    }

    /// <summary>Whether score, bits, hash and comparisons of the whole run may be shown.</summary>
    public bool ShowsTotals { get; }

    /// <summary>The results that may be shown in full, by case.</summary>
    public IReadOnlyList<CaseResult> Open { get; }

    /// <summary>
    /// The run's summary without what stays with the organiser: what the truth holds, and score, bits and hash where they are withheld.
    /// </summary>
    public RunSummary Summary { get; }

    /// <summary>Whether anything may be told of a case by itself.</summary>
    public bool Shows(string caseId) => open.Contains(caseId);

    private static RunSummary Redacted(RunSummary summary, bool showsTotals) => summary with
    {
        Score = showsTotals ? summary.Score : null,
        ScoreBits = showsTotals ? summary.ScoreBits : null,
        PublicationHash = showsTotals ? summary.PublicationHash : null,
        Events = 0,
        Unplaced = 0,
        UnplacedBy = new UnplacedEvents(0, 0, 0),
    };
}
