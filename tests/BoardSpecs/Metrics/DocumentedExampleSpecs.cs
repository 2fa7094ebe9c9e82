using Evaluator.Metrics;

namespace Evaluator.BoardSpecs.Metrics;

/// <summary>
/// The examples in scikit-learn's documentation of each metric (1.2), with the values that it prints or that follow from its formula.
/// </summary>
public class DocumentedExampleSpecs
{
    private const double Tolerance = 1e-12;

    private static readonly RankingWorkspace Workspace = new();

    private static readonly double[] Actual = [3, -0.5, 2, 7], Predicted = [2.5, 0, 2, 8];

    [Fact]
    public void Mean_squared_error() =>
        Assert.Equal(Math.Sqrt(0.375), RegressionMetrics.RootMeanSquaredError(Actual, Predicted), Tolerance);

    [Fact]
    public void Mean_absolute_error() => Assert.Equal(0.5, RegressionMetrics.MeanAbsoluteError(Actual, Predicted));

    [Fact]
    public void Mean_squared_log_error() => Assert.Equal(
        0.03973012298459376, Math.Pow(RegressionMetrics.RootMeanSquaredLogError([3, 5, 2.5, 7], [2.5, 5, 4, 8]), 2), Tolerance);

    [Fact]
    public void R2_score()
    {
        Assert.Equal(0.9486081370449679, RegressionMetrics.R2Score(Actual, Predicted), Tolerance);
        Assert.Equal(1, RegressionMetrics.R2Score([1, 2, 3], [1, 2, 3]));
        Assert.Equal(0, RegressionMetrics.R2Score([1, 2, 3], [2, 2, 2]));
        Assert.Equal(-3, RegressionMetrics.R2Score([1, 2, 3], [3, 2, 1]));
        Assert.Equal(1, RegressionMetrics.R2Score([-2, -2, -2], [-2, -2, -2]));
        Assert.Equal(0, RegressionMetrics.R2Score([-2, -2, -2], [-2, -2, -2 + 1e-8]));
    }

    [Theory]
    [InlineData(0, 3, 0.1, 0.1 / 3)]
    [InlineData(1, 4, 0.1, 0.3)]
    [InlineData(0, 3, 0.9, 0.3)]
    [InlineData(1, 4, 0.9, 0.1 / 3)]
    [InlineData(1, 3, 0.1, 0)]
    [InlineData(1, 3, 0.9, 0)]
    public void Mean_pinball_loss(double first, double third, double alpha, double expected) =>
        Assert.Equal(expected, RegressionMetrics.MeanPinballLoss([1, 2, 3], [first, 2, third], alpha), Tolerance);

    [Fact]
    public void Log_loss()
    {
        // spam, ham, ham, spam: its classes stand in alphabetical order, ham first.
        double expected = -(Math.Log(0.9) + Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.65)) / 4;
        Assert.Equal(0.21616, expected, 5e-6);
        Assert.Equal(expected, ProbabilityMetrics.LogLoss([1, 0, 0, 1], [.1, .9, .9, .1, .8, .2, .35, .65], 2), Tolerance);
        Assert.Equal(expected, ProbabilityMetrics.LogLoss([1, 0, 0, 1], [.9, .1, .2, .65]), Tolerance);
    }

    [Fact]
    public void Brier_score_loss()
    {
        Assert.Equal(0.0375, ProbabilityMetrics.BrierScoreLoss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]), Tolerance);
        Assert.Equal(0, ProbabilityMetrics.BrierScoreLoss([0, 1, 1, 0], [0, 1, 1, 0]));
        Assert.Equal(2 * 0.0375, ProbabilityMetrics.BrierScoreLoss([0, 1, 1, 0], [.9, .1, .1, .9, .2, .8, .7, .3], 2), Tolerance);
    }

    [Fact]
    public void Roc_auc_score() => Assert.Equal(0.75, RankingMetrics.RocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], Workspace));

    [Fact]
    public void Average_precision_score()
    {
        Assert.Equal(5.0 / 6, RankingMetrics.AveragePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], Workspace), Tolerance);
        double[] ofClasses = [0.7, 0.2, 0.1, 0.4, 0.3, 0.3, 0.1, 0.8, 0.1, 0.2, 0.3, 0.5, 0.4, 0.4, 0.2, 0.1, 0.2, 0.7];
        Assert.Equal(0.77777777777777779,
            RankingMetrics.AveragePrecisionScoreMacro([0, 0, 1, 1, 2, 2], ofClasses, 3, Workspace), Tolerance);
    }

    [Fact]
    public void Accuracy_score() => Assert.Equal(0.5, Matrix([0, 1, 2, 3], [0, 2, 1, 3], 4).AccuracyScore());

    [Fact]
    public void Balanced_accuracy_score() => Assert.Equal(0.625, Matrix([0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1], 2).BalancedAccuracyScore());

    [Fact]
    public void F1_score()
    {
        Assert.Equal(0.8 / 3, Matrix([0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1], 3).F1ScoreMacro(), Tolerance);
        Assert.Equal(0, Matrix([0, 0, 0, 0], [0, 0, 0, 0], 2).F1Score());
    }

    [Fact]
    public void Matthews_corrcoef() => Assert.Equal(-1.0 / 3, Matrix([1, 1, 1, 0], [1, 0, 1, 1], 2).MatthewsCorrelation(), Tolerance);

    private static ConfusionMatrix Matrix(int[] actual, int[] predicted, int classes) =>
        ConfusionMatrix.Of(actual, predicted, classes, new double[ConfusionMatrix.ScratchLength(classes)]);
}
