using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Oracle;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Harness.Again;

/// <summary>
/// What the true expected counts of a synthetic package would have scored on a run's cases: the ceiling for any predictor, up to luck.
/// </summary>
public static class OracleScore
{
    /// <summary>Scores the oracle's counts as if a predictor had returned them.</summary>
    /// <param name="cases">Block groups in ordinal order.</param>
    /// <exception cref="PackageException">The oracle does not cover a case, or belongs to another package.</exception>
    public static double Of(OracleFile oracle, DataPackage package, IReadOnlyList<string> cases, CallingSequence sequence)
    {
        EventTypeTable types = package.ReadEventTypes();
        double[] scores = new double[cases.Count];
        Parallel.For(0, cases.Count, () => new MonthScorer(), (i, _, scorer) =>
        {
            scores[i] = CaseScoreOf(oracle, package, package.ReadCase(cases[i]), sequence, types, scorer);
            return scorer;
        }, _ => { });
        return CaseScore.Overall(scores);
    }

    private static double CaseScoreOf(
        OracleFile oracle, DataPackage package, ContestCase contestCase, CallingSequence sequence, EventTypeTable types, MonthScorer scorer)
    {
        double[] months = new double[sequence.PredictedMonths.Count];
        for (int i = 0; i < months.Length; i++)
        {
            int month = sequence.PredictedMonths[i];
            MonthTruth truth = package.ReadTruth(contestCase, month, types);
            double[] expected = new double[contestCase.Locations.Count * truth.Actual.DayCount * 4];
            if (!oracle.TryRead(contestCase, month, expected))
                throw new PackageException(
                    $"the oracle does not cover {contestCase.BlockGroup} in month {month}; it knows the contest's own months, 9 to 12.");
            scorer.Score(truth.Actual, expected, out MonthScore score);
            months[i] = score.Score;
        }
        return CaseScore.Of(months);
    }
}
