using System.Globalization;
using System.IO.Compression;
using Evaluator.Metrics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Metrics;

/// <summary>Every metric against what scikit-learn said of 1,000 random tables (tests/golden/metrics/make.py made the values).</summary>
public class ScikitLearnSpecs
{
    private const int Tables = 1000;
    private const double Tolerance = 1e-12;

    private static readonly RankingWorkspace Workspace = new();

    /// <summary>A column of the fixture, and ours of the same table.</summary>
    private static readonly Dictionary<string, Func<RandomTable, double>> Ours = new(StringComparer.Ordinal)
    {
        ["sum"] = table => PickMetrics.Sum(Picked(table), table.Weights),
        ["count"] = table => PickMetrics.Count(Hits(table), table.Weights),
        ["hit_rate"] = table => PickMetrics.HitRate(Hits(table), table.Weights),
        ["rmse"] = table => RegressionMetrics.RootMeanSquaredError(table.Actual, table.Predicted, table.Weights),
        ["mae"] = table => RegressionMetrics.MeanAbsoluteError(table.Actual, table.Predicted, table.Weights),
        ["rmsle"] = table => RegressionMetrics.RootMeanSquaredLogError(table.Actual, table.Predicted, table.Weights),
        ["r2"] = table => RegressionMetrics.R2Score(table.Actual, table.Predicted, table.Weights),
        ["quantile_loss"] = table => RegressionMetrics.MeanPinballLoss(table.Actual, table.Predicted, table.Alpha, table.Weights),
        ["log_loss"] = table => ProbabilityMetrics.LogLoss(table.Binary, table.Score, table.Weights),
        ["log_loss_classes"] = table => ProbabilityMetrics.LogLoss(table.Label, table.Probabilities, table.Classes, table.Weights),
        ["brier_score"] = table => ProbabilityMetrics.BrierScoreLoss(table.Binary, table.Score, table.Weights),
        ["brier_score_classes"] = table =>
            ProbabilityMetrics.BrierScoreLoss(table.Label, table.Probabilities, table.Classes, table.Weights),
        ["roc_auc"] = table => RankingMetrics.RocAucScore(table.Binary, table.Score, Workspace, table.Weights),
        ["roc_auc_exact"] = table => RankingMetrics.RocAucScore(table.Binary, table.Score, Workspace, table.Weights),
        ["roc_auc_ovr"] = table =>
            RankingMetrics.RocAucScoreOneVersusRest(table.Label, table.Probabilities, table.Classes, Workspace, table.Weights),
        ["roc_auc_ovo"] = table => RankingMetrics.RocAucScoreOneVersusOne(table.Label, table.Probabilities, table.Classes, Workspace),
        ["average_precision"] = table => RankingMetrics.AveragePrecisionScore(table.Binary, table.Score, Workspace, table.Weights),
        ["average_precision_macro"] = table =>
            RankingMetrics.AveragePrecisionScoreMacro(table.Label, table.Probabilities, table.Classes, Workspace, table.Weights),
        ["accuracy"] = table => Confusion(table).AccuracyScore(),
        ["balanced_accuracy"] = table => Confusion(table).BalancedAccuracyScore(),
        ["f1"] = table => ConfusionMatrix.Of(table.Binary, AtHalf(table), 2, Scratch(2), table.Weights).F1Score(),
        ["f1_macro"] = table => Confusion(table).F1ScoreMacro(),
        ["mcc"] = table => Confusion(table).MatthewsCorrelation(),
        ["quadratic_weighted_kappa"] = table => Confusion(table).QuadraticWeightedKappa(),
    };

    public static TheoryData<string> Columns => [.. Ours.Keys];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_metric_equals_scikit_learns_on_a_thousand_random_tables(string column)
    {
        double tolerance = column == "roc_auc_exact" ? 0 : Tolerance;
        double[] expected = Fixture()[column];
        List<string> different = [];
        for (int number = 1; number <= Tables; number++)
        {
            double ours = Ours[column](new RandomTable(number)), theirs = expected[number - 1];
            if (double.IsNaN(theirs) != double.IsNaN(ours) || Math.Abs(ours - theirs) > tolerance * Math.Max(1, Math.Abs(theirs)))
                different.Add($"table {number}: {ours:R}, scikit-learn {theirs:R}");
        }
        Assert.Equal(Tables, expected.Length);
        Assert.True(expected.Count(double.IsFinite) > Tables / 2, "Too few tables on which the metric is defined.");
        Assert.Empty(different);
    }

    [Fact]
    public void Every_metric_of_the_table_is_in_the_fixture()
    {
        Assert.Empty(MetricTable.All.Select(metric => metric.Name).Except(Fixture().Keys));
        Assert.Empty(Fixture().Keys.Except(Ours.Keys));
    }

    private static ConfusionMatrix Confusion(RandomTable table) =>
        ConfusionMatrix.Of(table.Label, table.Named, table.Classes, Scratch(table.Classes), table.Weights);

    private static double[] Scratch(int classes) => new double[ConfusionMatrix.ScratchLength(classes)];

    private static double[] Picked(RandomTable table) => [.. table.Actual.Zip(table.Binary, (actual, isPicked) => isPicked * actual)];

    private static double[] Hits(RandomTable table) => [.. table.Binary.Select(isHit => (double)isHit)];

    private static int[] AtHalf(RandomTable table) => [.. table.Score.Select(score => score >= 0.5 ? 1 : 0)];

    private static Dictionary<string, double[]> Fixture()
    {
        using FileStream file = File.OpenRead(Path.Combine(Repository.Root, "tests", "golden", "metrics", "metrics.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        string[][] lines = [.. reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        return lines[0].Select((name, column) => (name, values: lines.Skip(1).Select(fields => Number(fields[column])).ToArray()))
            .ToDictionary(column => column.name, column => column.values, StringComparer.Ordinal);
    }

    private static double Number(string text) => text == "nan" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
