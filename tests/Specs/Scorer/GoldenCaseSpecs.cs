using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed class GoldenCaseSpecs
{
    private const double Tolerance = 1e-13;

    public static TheoryData<string> Cases => [.. GoldenCase.Names];

    [Fact]
    public void There_are_twenty_one_golden_cases() => Assert.Equal(21, GoldenCase.Names.Count());

    [Theory, MemberData(nameof(Cases))]
    public void The_definition_meets_the_exact_scores(string name) => Check(GoldenCase.Read(name), PlainMonthScorer.Score);

    [Theory, MemberData(nameof(Cases))]
    public void The_scorer_meets_the_exact_scores(string name) => Check(GoldenCase.Read(name), new MonthScorer().Score);

    private delegate PredictionFormat Score(ActualMonth actual, ReadOnlySpan<double> predictions, out MonthScore score);

    private static void Check(GoldenCase golden, Score scorer)
    {
        var monthScores = new List<double>();
        foreach (GoldenMonth month in golden.Months)
        {
            Assert.Equal(PredictionFormat.WellFormed, scorer(month.Actual, month.Predictions, out MonthScore score));
            Assert.Equal(month.Expected.EventCount, score.EventCount);
            AssertErrorClose(month.Expected.Rmse.Location, score.Rmse.Location);
            AssertErrorClose(month.Expected.Rmse.Street, score.Rmse.Street);
            AssertErrorClose(month.Expected.Rmse.BlockGroup, score.Rmse.BlockGroup);
            AssertClose(month.Expected.Location, score.Location);
            AssertClose(month.Expected.Street, score.Street);
            AssertClose(month.Expected.BlockGroup, score.BlockGroup);
            AssertClose(month.Expected.Score, score.Score);
            monthScores.Add(score.Score);
        }
        AssertClose(golden.CaseScore, CaseScore.Of(monthScores[0], monthScores[1], monthScores[2], monthScores[3]));
    }

    /// <summary>
    /// An error that cancels to nothing (predictions right on the whole) has no relative accuracy to keep: 1e-17 events is
    /// far below the 1e-5 that the score adds, and the scores themselves are held to the relative bound.
    /// </summary>
    private static void AssertErrorClose(double expected, double actual)
    {
        if (Math.Abs(actual - expected) > 1e-17)
            AssertClose(expected, actual);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"expected {expected:R}, was {actual:R}");
}
