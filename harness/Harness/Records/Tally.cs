using Evaluator.Scorer.Definition;

namespace Evaluator.Harness.Records;

/// <summary>What the results of a set of cases come to.</summary>
/// <param name="Score">The mean over the set (ruling 11); null while a case has no result.</param>
/// <param name="Verdicts">How many cases had each, by name in ordinal order.</param>
internal sealed record Tally(double? Score, IReadOnlyDictionary<string, int> Verdicts)
{
    /// <param name="results">In ordinal order of their cases: the order decides the last bits of the mean.</param>
    /// <param name="casesOfSet">How many cases there are to be.</param>
    public static Tally Of(IReadOnlyList<CaseResult> results, int casesOfSet) => new(
        results.Count == casesOfSet && casesOfSet > 0 ? CaseScore.Overall([.. results.Select(result => result.Score!.Value)]) : null,
        new SortedDictionary<string, int>(results.CountBy(result => result.Verdict.ToString()).ToDictionary(), StringComparer.Ordinal));
}
