namespace Evaluator.Harness.Records;

/// <summary>
/// What a competitor gets of a run (ruling 13): of a closed case nothing but its part in the score and in the counts of verdicts, of an
/// open one everything. What <see cref="PublicView"/> lets through, as programs read it.
/// </summary>
public sealed record PublicSummary
{
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
        PublicView view = PublicView.Of(manifest, results);
        RunSummary whole = view.Summary;
        return new PublicSummary
        {
            Predictor = manifest.Submission.Name,
            Set = manifest.Set,
            Official = manifest.Official,
            CasesOfSet = whole.CasesOfSet,
            Cases = whole.Cases,
            Complete = whole.Complete,
            Rejected = whole.Rejected,
            Score = whole.Score,
            ScoreBits = whole.ScoreBits,
            Verdicts = whole.Verdicts,
            OpenCases = view.Open,
        };
    }
}
