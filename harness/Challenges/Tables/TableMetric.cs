using Evaluator.Challenges.Reading;
using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>A column of the standings that a metric measures, with everything its metric needs.</summary>
/// <param name="Column">The column.</param>
/// <param name="Definition">The metric.</param>
/// <param name="Of">Picks: the column of the answers that is summed or counted.</param>
/// <param name="Quantile">Which quantile; 0 where the metric takes none.</param>
/// <param name="Positive">The positive class as the challenge names it; null for the usual one.</param>
internal sealed record TableMetric(Column Column, MetricDefinition Definition, string? Of, double Quantile, string? Positive)
{
    private const string File = "challenge.json";

    public bool IsBinary => Definition.Input is MetricInput.Scores or MetricInput.BinaryLabels
        || (Definition.Input == MetricInput.Probabilities && !ByClass);

    /// <summary>Whether the table has a probability for each class.</summary>
    public bool ByClass { get; private init; }

    /// <summary>The measured columns of a table challenge. What can't be computed is added to the faults.</summary>
    public static IReadOnlyList<TableMetric> Resolve(IReadOnlyList<Column> columns, TableTask task, List<ChallengeFault> faults)
    {
        List<TableMetric> metrics = [];
        foreach (Column column in columns)
        {
            if (column.Formula is null && From(column, task, faults) is { } metric)
                metrics.Add(metric);
        }
        return metrics;
    }

    private static TableMetric? From(Column column, TableTask task, List<ChallengeFault> faults)
    {
        void Fault(string found, string expected) => faults.Add(new ChallengeFault(File, 0, $"column `{column.Name}`: {found}", expected));

        if (column.Metric is not { } use)
        {
            Fault("no metric", "a metric, or a formula");
            return null;
        }
        string name = use.Average is null or "binary" ? use.Name : $"{use.Name}_{use.Average}";
        if (MetricTable.Find(name) is not { } definition)
        {
            Fault($"the metric `{name}`", $"one of {string.Join(", ", MetricTable.All.Select(metric => metric.Name))}");
            return null;
        }
        int before = faults.Count;
        if (!Suits(definition.Input, task.Shape))
            Fault($"the metric `{name}` for {task.Shape.ToString().ToLowerInvariant()}", $"one of {Suitable(task.Shape)}");
        if (definition.Input == MetricInput.Picks && (use.Of ?? task.Truth) is null)
            Fault($"`{name}` of no column", "`of`, the column of the answers that is summed or counted");
        if (definition.NeedsQuantile && use.Quantile is not (> 0 and < 1))
            Fault($"`quantile` {use.Quantile?.ToString() ?? "missing"}", "a number between 0 and 1");
        if (!definition.TakesWeights && task.Weight is not null)
            Fault($"`{name}` with weights", "answers without weights: the metric knows none");
        if ((definition.Direction == MetricDirection.Maximize) != (column.Direction == Direction.More))
            Fault($"`{name}` in the direction {column.Direction}", definition.Direction == MetricDirection.Maximize ? "More" : "Less");
        string? of = definition.Input == MetricInput.Picks ? use.Of ?? task.Truth : null;
        return faults.Count > before ? null : new TableMetric(column, definition, of, (double)(use.Quantile ?? 0), use.Positive)
        {
            ByClass = task.Shape == TableShape.Probabilities,
        };
    }

    /// <summary>
    /// Whether a metric can be computed of what is handed in. A table of probabilities names the likeliest class of a row, too.
    /// </summary>
    public static bool Suits(MetricInput input, TableShape shape) => shape switch
    {
        TableShape.Picks => input == MetricInput.Picks,
        TableShape.Predictions => input is not (MetricInput.Picks or MetricInput.ClassProbabilities),
        _ => input is not (MetricInput.Picks or MetricInput.Numbers or MetricInput.NonNegativeNumbers),
    };

    private static string Suitable(TableShape shape) =>
        string.Join(", ", MetricTable.All.Where(metric => Suits(metric.Input, shape)).Select(metric => metric.Name));
}
