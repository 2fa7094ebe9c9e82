using System.Globalization;
using Evaluator.Metrics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Metrics;

/// <summary>The table of metrics that people read is the one that the program has.</summary>
public class MetricTableSpecs
{
    [Fact]
    public void The_page_lists_every_metric_as_it_is()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "harness", "Challenges", "TABLES.md"));
        string[] rows = [.. page.Split('\n')
            .Where(line => MetricTable.All.Any(metric => line.StartsWith($"| `{metric.Name}` |", StringComparison.Ordinal)))];
        Assert.Equal(MetricTable.All.Select(Row), rows);
    }

    [Fact]
    public void A_metric_is_found_by_its_name_and_by_scikit_learns()
    {
        Assert.Same(MetricTable.Find("rmse"), MetricTable.Find("root_mean_squared_error"));
        Assert.Null(MetricTable.Find("rmsee"));
        Assert.Equal(MetricTable.All.Count, MetricTable.All.Select(metric => metric.Name).Distinct().Count());
    }

    private static string Row(MetricDefinition metric)
    {
        string better = metric.Direction == MetricDirection.Maximize ? "more" : "less";
        string peer = metric.ScikitLearn is { } name ? $"`{name}`" : "–";
        return $"| `{metric.Name}` | {peer} | {better} | {Bound(metric.Lowest)} to {Bound(metric.Highest)} | {Needs(metric)} |";
    }

    private static string Needs(MetricDefinition metric) => metric.Input switch
    {
        MetricInput.Picks => "picks, a column of numbers",
        MetricInput.Numbers => "a number a row",
        MetricInput.NonNegativeNumbers => "a number a row, not negative",
        MetricInput.Scores => "two classes, any number a row",
        MetricInput.Probabilities => "classes, a probability each (of two that of the positive one)",
        MetricInput.ClassProbabilities => "classes, a probability each",
        MetricInput.BinaryLabels => "two classes, a class a row",
        MetricInput.OrderedLabels => "classes that are numbers, a class a row",
        _ => "classes, a class a row",
    }
        + (metric.NeedsQuantile ? "; `quantile`" : "")
        + (metric.NeedsEveryClass ? "; every class in each set" : "")
        + (metric.FewestRows > 1 ? $"; {metric.FewestRows} rows" : "")
        + (metric.TakesWeights ? "" : "; no weights")
        + (metric.IsMeanOverRows ? "; mean over rows" : "");

    private static string Bound(double bound) =>
        double.IsInfinity(bound) ? bound > 0 ? "∞" : "−∞" : bound.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
