namespace Evaluator.Harness.Records;

/// <summary>
/// What a competitor gets of a run (ruling 13): of a closed case nothing but its part in the score and in the counts of verdicts, of an
/// open one everything. A pure function of the manifest and the case files.
/// </summary>
public sealed record PublicSummary
{
    /// <summary>A mean of fewer closed cases says too much about each: it is withheld.</summary>
    public const int FewestClosedCases = 10;

    public required string Predictor { get; init; }

    public required string Set { get; init; }

    public required bool Official { get; init; }

    public required int CasesOfSet { get; init; }

    /// <summary>Cases with a result.</summary>
    public required int Cases { get; init; }

    /// <summary>Whether every case of the set has a result.</summary>
    public required bool Complete { get; init; }

    public string? Rejected { get; init; }

    /// <summary>The mean over the set; null while it is incomplete, and where too few closed cases are in it.</summary>
    public double? Score { get; init; }

    public string? ScoreBits { get; init; }

    public required IReadOnlyDictionary<string, int> Verdicts { get; init; }

    /// <summary>The examples of the set, in full.</summary>
    public required IReadOnlyList<CaseResult> OpenCases { get; init; }

    public static PublicSummary Of(RunManifest manifest, IReadOnlyList<CaseResult> results)
    {
        RunSummary whole = RunSummary.Of(manifest, results);
        IReadOnlyList<CaseResult> open = OpenOnly(manifest, results);
        int closed = manifest.Cases.Count - manifest.OpenCases.Count;
        double? score = closed is 0 or >= FewestClosedCases ? whole.Score : null;
        return new PublicSummary
        {
            Predictor = manifest.Submission.Name,
            Set = manifest.Set,
            Official = manifest.Official,
            CasesOfSet = whole.CasesOfSet,
            Cases = whole.Cases,
            Complete = whole.Complete,
            Rejected = whole.Rejected,
            Score = score,
            ScoreBits = Records.ScoreBits.Of(score),
            Verdicts = whole.Verdicts,
            OpenCases = open,
        };
    }

    /// <summary>The results that a competitor may see.</summary>
    public static IReadOnlyList<CaseResult> OpenOnly(RunManifest manifest, IReadOnlyList<CaseResult> results) =>
        [.. results.Where(result => manifest.OpenCases.Contains(result.Case)).OrderBy(result => result.Case, StringComparer.Ordinal)];
}
