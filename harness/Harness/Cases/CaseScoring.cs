using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Truth;
using Evaluator.Harness.Records;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Harness.Cases;

/// <summary>
/// From sealed predictions and what really happened to a case's months and score: the same for a case that has just been played and for
/// one that is scored again from the archive. It owns the scorer's workspace, so one instance serves one thread.
/// </summary>
internal sealed class CaseScoring(CallingSequence sequence)
{
    private readonly MonthScorer scorer = new();

    /// <param name="result">What is known of the case; its months and score are filled in, and its verdict where a value is not a
    /// number.</param>
    /// <param name="truth">What happened in the predicted month of that index.</param>
    /// <param name="predictions">Those of the predicted month of that index; asked for only where the case is Accepted.</param>
    public CaseResult Score(CaseResult result, Func<int, MonthTruth> truth, Func<int, ReadOnlyMemory<double>> predictions)
    {
        MonthResult[] months = new MonthResult[sequence.PredictedMonths.Count];
        double[] scores = new double[months.Length];
        int clamped = 0;
        for (int i = 0; i < months.Length; i++)
        {
            MonthTruth happened = truth(i);
            MonthScore? score = null;
            if (result.Verdict == Verdict.Accepted)
            {
                ReadOnlySpan<double> predicted = predictions(i).Span;
                score = Score(happened, predicted, sequence.PredictedMonths[i], ref result);
                clamped += ValueRange.CountOutside(predicted);
            }
            scores[i] = score?.Score ?? 0;
            months[i] = Month(sequence.PredictedMonths[i], happened, score);
        }
        if (result.Verdict != Verdict.Accepted)
        {
            months = [.. months.Select(month => month with { Rmse = null, Scores = null, Score = null })];
            clamped = 0;
        }
        double caseScore = result.Verdict == Verdict.Accepted ? CaseScore.Of(scores) : 0;
        return result with { Months = months, Score = caseScore, ScoreBits = ScoreBits.Of(caseScore), Clamped = clamped };
    }

    private MonthScore? Score(MonthTruth truth, ReadOnlySpan<double> predictions, int month, ref CaseResult result)
    {
        switch (scorer.Score(truth.Actual, predictions, out MonthScore score))
        {
            case PredictionFormat.WellFormed:
                return score;
            case PredictionFormat.NotANumber:
                int at = predictions.IndexOf(double.NaN);    // Equals, unlike ==, finds it
                int days = truth.Actual.DayCount;
                result = result with
                {
                    Verdict = Verdict.NotANumber,
                    Reason = "nan",
                    Detail = $"predict({month}): element {at:N0} is NaN (location {at / (days * 4)}, day {at / 4 % days}, type {at % 4})",
                };
                return null;
            default:
                throw new InvalidOperationException($"a sealed answer of {predictions.Length} doubles has a wrong length");
        }
    }

    private static MonthResult Month(int month, MonthTruth truth, MonthScore? score) => new(
        month,
        truth.Actual.EventCount,
        truth.Unplaced.Total,
        truth.Unplaced,
        score?.Rmse,
        score is { } t ? new GranularityValues(t.Location, t.Street, t.BlockGroup) : null,
        score?.Score);
}
