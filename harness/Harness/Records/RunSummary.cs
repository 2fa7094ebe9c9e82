using System.Text.Json.Serialization;
using Evaluator.Confinement;
using Evaluator.Contest.Truth;

namespace Evaluator.Harness.Records;

/// <summary>The file <c>summary.json</c>: a pure function of the manifest and the case files. No time and no machine enters it.</summary>
public sealed record RunSummary
{
    /// <summary>The mean over the set (ruling 11); null while a case has no result, and for a rejected submission.</summary>
    public double? Score { get; init; }

    public string? ScoreBits { get; init; }

    /// <summary>Cases with a result.</summary>
    public int Cases { get; init; }

    public required IReadOnlyDictionary<string, int> Verdicts { get; init; }

    /// <summary>Whether every case of the set has a result.</summary>
    public bool Complete { get; init; }

    public required string Set { get; init; }

    public int CasesOfSet { get; init; }

    public bool Official { get; init; }

    /// <summary>Why nothing ran (verdict Rejected); null where the submission ran.</summary>
    public string? Rejected { get; init; }

    public int Events { get; init; }

    public int Unplaced { get; init; }

    public required UnplacedEvents UnplacedBy { get; init; }

    /// <summary>How many cases other builds of the evaluator played than the one that began the run; null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? OtherEvaluators { get; init; }

    /// <summary>See <see cref="Records.PublicationHash"/>; null where there is no score.</summary>
    public string? PublicationHash { get; init; }

    /// <param name="results">Results of cases of the manifest, in any order.</param>
    public static RunSummary Of(RunManifest manifest, IReadOnlyList<CaseResult> results)
    {
        CaseResult[] ordered = [.. results.OrderBy(result => result.Case, StringComparer.Ordinal)];
        bool ran = manifest.Submission.Rejection is null;
        bool complete = ran && ordered.Length == manifest.Cases.Count;
        Tally tally = Tally.Of(ordered, manifest.Cases.Count);
        double? score = ran ? tally.Score : null;
        var months = ordered.SelectMany(result => result.Months).ToList();
        return new RunSummary
        {
            Score = score,
            ScoreBits = Records.ScoreBits.Of(score),
            Cases = ordered.Length,
            Verdicts = tally.Verdicts,
            Complete = complete,
            Set = manifest.Set,
            CasesOfSet = manifest.Cases.Count,
            Official = manifest.Official,
            Rejected = manifest.Submission.Rejection,
            OtherEvaluators = OthersThan(manifest.Code, ordered),
            PublicationHash = Records.PublicationHash.Of(manifest, ordered),
            Events = months.Sum(month => month.Events),
            Unplaced = months.Sum(month => month.Unplaced),
            UnplacedBy = months.Aggregate(new UnplacedEvents(0, 0, 0), (sum, month) => sum + month.UnplacedBy),
        };
    }

    private static SortedDictionary<string, int>? OthersThan(CodeRecord first, IEnumerable<CaseResult> results)
    {
        SortedDictionary<string, int> others = new(StringComparer.Ordinal);
        foreach (CodeRecord played in results.Select(result => result.PlayedOn?.Evaluator).OfType<CodeRecord>())
        {
            if (played != first)
                others[$"{played}"] = others.GetValueOrDefault($"{played}") + 1;
        }
        return others.Count > 0 ? others : null;
    }
}
