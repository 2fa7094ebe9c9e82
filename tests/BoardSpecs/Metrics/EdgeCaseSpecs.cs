using Evaluator.Metrics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Metrics;

/// <summary>What a metric says where there is little to say: no rows, one row, no weight, one class, constant numbers.</summary>
public class EdgeCaseSpecs
{
    private static readonly RankingWorkspace Workspace = new();

    [Fact]
    public void Without_rows_nothing_is_a_number_but_a_sum()
    {
        Assert.Equal(0, PickMetrics.Sum([]));
        Assert.Equal(0, PickMetrics.Count([]));
        Assert.Equal(double.NaN, PickMetrics.HitRate([]));
        Assert.Equal(double.NaN, RegressionMetrics.RootMeanSquaredError([], []));
        Assert.Equal(double.NaN, RegressionMetrics.R2Score([], []));
        Assert.Equal(double.NaN, ProbabilityMetrics.LogLoss([], [], 3));
        Assert.Equal(double.NaN, RankingMetrics.RocAucScore([], [], Workspace));
        Assert.Equal(double.NaN, RankingMetrics.AveragePrecisionScore([], [], Workspace));
        Assert.Equal(double.NaN, Matrix([], []).AccuracyScore());
        Assert.Equal(double.NaN, Matrix([], []).F1ScoreMacro());
        Assert.Equal(double.NaN, Matrix([], []).MatthewsCorrelation());
        Assert.Equal(double.NaN, Matrix([], []).QuadraticWeightedKappa());
    }

    [Fact]
    public void Rows_without_any_weight_are_no_rows()
    {
        Assert.Equal(double.NaN, RegressionMetrics.MeanAbsoluteError([1, 2], [1, 3], [0, 0]));
        Assert.Equal(double.NaN, RankingMetrics.RocAucScore([0, 1], [0, 1], Workspace, [1, 0]));
        Assert.Equal(double.NaN, ConfusionMatrix.Of([0, 1], [0, 1], 2, new double[6], [0, 0]).AccuracyScore());
    }

    [Fact]
    public void One_row_is_enough_but_for_r2()
    {
        Assert.Equal(0.5, RegressionMetrics.RootMeanSquaredError([1], [1.5]));
        Assert.Equal(double.NaN, RegressionMetrics.R2Score([1], [1]));
    }

    [Fact]
    public void One_class_only_has_no_area_and_no_kappa()
    {
        Assert.Equal(double.NaN, RankingMetrics.RocAucScore([1, 1], [0.2, 0.9], Workspace));
        Assert.Equal(double.NaN, RankingMetrics.RocAucScoreOneVersusRest([0, 1], [1, 0, 0, 0, 1, 0], 3, Workspace));
        Assert.Equal(double.NaN, RankingMetrics.RocAucScoreOneVersusOne([1, 1], [1, 0, 0, 0, 1, 0], 3, Workspace));
        Assert.Equal(1, RankingMetrics.RocAucScoreOneVersusOne([0, 1], [1, 0, 0, 0, 1, 0], 3, Workspace));
        Assert.Equal(0, RankingMetrics.AveragePrecisionScore([0, 0], [0.2, 0.9], Workspace));
        Assert.Equal(1, RankingMetrics.AveragePrecisionScore([1, 1], [0.2, 0.9], Workspace));
        Assert.Equal(double.NaN, Matrix([1, 1], [1, 1]).QuadraticWeightedKappa());
        Assert.Equal(0, Matrix([1, 1], [0, 1]).MatthewsCorrelation());
    }

    [Fact]
    public void Constant_answers_are_seen_where_their_mean_is_off_by_a_bit()
    {
        double[] tenth = [0.1, 0.1, 0.1];
        Assert.Equal(0, RegressionMetrics.R2Score(tenth, [0.1, 0.1, 0.2]));
        Assert.Equal(1, RegressionMetrics.R2Score(tenth, tenth));
        Assert.Equal(0, RegressionMetrics.R2Score([0.1, 0.1, 7], [0.1, 0.2, 7], [1, 1, 0]));
    }

    [Fact]
    public void All_scores_tied_is_half_an_area() => Assert.Equal(0.5, RankingMetrics.RocAucScore([0, 1, 0, 1], [3, 3, 3, 3], Workspace));

    /// <summary>Without weights pairs are counted by looking rows up, with them all rows are sorted: two ways to one value.</summary>
    [Fact]
    public void An_area_without_weights_is_that_of_weights_of_one()
    {
        Random random = new(20);
        int compared = 0;
        for (int table = 0; table < 600; table++)
        {
            int rows = 2 + random.Next(80), positivesOfTen = 1 + table % 9;
            // From all scores tied over many ties and neighbours that differ in their last bits to none.
            Func<double> score = (table % 4) switch
            {
                0 => () => random.Next(1 + table % 5) - 1,
                1 => () => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(0.3) + random.Next(6)),
                2 => () => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-1000, 1000)),
                _ => random.NextDouble,
            };
            int[] actual = [.. Enumerable.Range(0, rows).Select(_ => random.Next(10) < positivesOfTen ? 1 : 0)];
            double[] scores = [.. Enumerable.Range(0, rows).Select(_ => score())], ones = [.. Enumerable.Repeat(1.0, rows)];
            double counted = RankingMetrics.RocAucScore(actual, scores, Workspace);
            Assert.Equal(RankingMetrics.RocAucScore(actual, scores, Workspace, ones), counted);
            compared += double.IsFinite(counted) ? 1 : 0;
            scores[random.Next(rows)] = double.PositiveInfinity;
            Assert.Equal(double.NaN, RankingMetrics.RocAucScore(actual, scores, Workspace));
        }
        Assert.True(compared > 500, $"{compared} tables of both classes");
    }

    [Fact]
    public void Both_zeros_are_one_score() => Assert.Equal(0.5, RankingMetrics.RocAucScore([0, 1], [0.0, -0.0], Workspace));

    [Fact]
    public void Negative_scores_stand_below_positive_ones() =>
        Assert.Equal(1, RankingMetrics.RocAucScore([0, 0, 1, 1], [double.MinValue, -1, -0.5, double.Epsilon], Workspace));

    [Fact]
    public void A_score_that_is_no_number_has_no_area() =>
        Assert.Equal(double.NaN, RankingMetrics.RocAucScore([0, 1], [0, double.NaN], Workspace));

    [Fact]
    public void A_negative_number_has_no_log_error() => Assert.Equal(double.NaN, RegressionMetrics.RootMeanSquaredLogError([1], [-0.1]));

    [Fact]
    public void A_probability_of_zero_for_what_came_true_costs_a_finite_log() =>
        Assert.Equal(-Math.Log(ProbabilityMetrics.LeastProbability), ProbabilityMetrics.LogLoss([1], [0.0]), 1e-12);

    [Fact]
    public void An_area_is_its_fraction_rounded_once()
    {
        // One positive row among three negative ones, above one of them: a third, which no sum of doubles need hit.
        Assert.Equal(1.0 / 3, RankingMetrics.RocAucScore([0, 1, 0, 0], [1, 2, 3, 4], Workspace));
    }

    [Fact]
    public void Columns_of_different_length_are_our_mistake()
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError([1, 2], [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => ProbabilityMetrics.LogLoss([1, 0], [0.5, 0.5], 2));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        RandomTable table = new(7);
        double[] scratch = new double[ConfusionMatrix.ScratchLength(table.Classes)];
        AllOf(table, scratch);
        double sum = 0;
        Assert.Equal(0, AllocatedBytes.Least(() =>
        {
            for (int time = 0; time < 100; time++)
                sum += AllOf(table, scratch);
        }));
        Assert.NotEqual(0, sum);
    }

    private static double AllOf(RandomTable table, double[] scratch)
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(table.Label, table.Named, table.Classes, scratch, table.Weights);
        return PickMetrics.Sum(table.Actual) + PickMetrics.Count(table.Actual) + PickMetrics.HitRate(table.Actual)
            + RegressionMetrics.RootMeanSquaredError(table.Actual, table.Predicted, table.Weights)
            + RegressionMetrics.MeanAbsoluteError(table.Actual, table.Predicted, table.Weights)
            + RegressionMetrics.RootMeanSquaredLogError(table.Actual, table.Predicted, table.Weights)
            + RegressionMetrics.R2Score(table.Actual, table.Predicted, table.Weights)
            + RegressionMetrics.MeanPinballLoss(table.Actual, table.Predicted, table.Alpha, table.Weights)
            + ProbabilityMetrics.LogLoss(table.Binary, table.Score, table.Weights)
            + ProbabilityMetrics.LogLoss(table.Label, table.Probabilities, table.Classes, table.Weights)
            + ProbabilityMetrics.BrierScoreLoss(table.Label, table.Probabilities, table.Classes, table.Weights)
            + RankingMetrics.RocAucScore(table.Binary, table.Score, Workspace, table.Weights)
            + RankingMetrics.RocAucScoreOneVersusRest(table.Label, table.Probabilities, table.Classes, Workspace, table.Weights)
            + RankingMetrics.RocAucScoreOneVersusOne(table.Label, table.Probabilities, table.Classes, Workspace)
            + RankingMetrics.AveragePrecisionScoreMacro(table.Label, table.Probabilities, table.Classes, Workspace, table.Weights)
            + matrix.AccuracyScore() + matrix.BalancedAccuracyScore() + matrix.F1Score() + matrix.F1ScoreMacro()
            + matrix.MatthewsCorrelation() + matrix.QuadraticWeightedKappa();
    }

    private static ConfusionMatrix Matrix(int[] actual, int[] predicted) =>
        ConfusionMatrix.Of(actual, predicted, 2, new double[ConfusionMatrix.ScratchLength(2)]);
}
