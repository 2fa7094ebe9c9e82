using Evaluator.Challenges.Formulas;

namespace Evaluator.Challenges.Reading;

/// <summary>Reads the member <c>columns</c>.</summary>
internal sealed class ColumnReader(ChallengeKind kind)
{
    private static readonly Dictionary<string, Direction> Directions =
        new(StringComparer.Ordinal) { ["more"] = Direction.More, ["less"] = Direction.Less };

    private static readonly string[] Separators = ["", ".", ",", " "];

    public IReadOnlyList<Column> Columns(SourceObject all)
    {
        List<Column> columns = [];
        List<(SourceObject Source, Column Column)> read = [];
        foreach (SourceObject source in all.Objects("columns", "a list of columns"))
        {
            Column column = Read(source);
            if (columns.Exists(other => other.Name == column.Name))
                source.Fault("name", $"is \"{column.Name}\" a second time", "each name once");
            columns.Add(column);
            read.Add((source, column));
        }
        foreach ((SourceObject source, Column column) in read)
        {
            CheckFormula(source, column, columns);
            source.Close();
        }
        return columns;
    }

    private Column Read(SourceObject source)
    {
        string name = source.Name("name", Names.IsForColumns, Names.ForColumns);
        string? formula = source.OptionalText("formula", "a formula over other columns");
        bool measuredByMetric = kind == ChallengeKind.Table && formula is null;
        if (kind == ChallengeKind.Predictor && formula is null && name.Length > 0 && !PredictorColumns.All.Contains(name))
            source.Fault("name", $"is \"{name}\", which is not measured", string.Join(", ", PredictorColumns.All) + ", or a formula");
        return new Column
        {
            Name = name,
            Title = source.OptionalText("title", "what people read above the column") ?? name,
            Unit = source.OptionalText("unit", "a unit"),
            Direction = source.OneOf("better", Directions, "required", Direction.More),
            Decimals = source.Whole("decimals", 0, 9, "digits after the point"),
            Shown = ShownOf(source),
            Formula = formula,
            Metric = measuredByMetric ? MetricOf(source) : null,
        };
    }

    private static Display? ShownOf(SourceObject column)
    {
        SourceObject? shown = column.Object("shown");
        if (shown is null)
            return null;
        string thousands = shown.OneOf("thousands", Separators.ToDictionary(word => word, StringComparer.Ordinal), null, "");
        Display display = new()
        {
            Title = shown.Text("title", "what people read above it"),
            Factor = shown.Number("factor", required: "a number to multiply with") ?? 1,
            Prefix = shown.OptionalText("prefix", "what stands before the number"),
            Unit = shown.OptionalText("unit", "what stands behind the number"),
            Decimals = shown.OptionalWhole("decimals", 0, 9) ?? 0,
            Thousands = thousands,
        };
        shown.Close();
        return display;
    }

    private static MetricUse? MetricOf(SourceObject column)
    {
        SourceObject? metric = column.Object("metric", "an object with the metric's `name`, or a `formula`");
        if (metric is null)
            return null;
        MetricUse use = new()
        {
            Name = metric.Text("name", "a metric, as rmse or log_loss"),
            Of = metric.OptionalText("of", "a column of the answers"),
            Quantile = metric.Number("quantile", 0, 1),
            Positive = metric.OptionalText("positive", "a class"),
            Average = metric.OptionalText("average", "\"binary\" or \"macro\""),
        };
        metric.Close();
        return use;
    }

    private static void CheckFormula(SourceObject source, Column column, List<Column> columns)
    {
        if (string.IsNullOrEmpty(column.Formula))
            return;
        try
        {
            foreach (string name in Formula.Parse(column.Formula).Columns)
            {
                if (columns.Find(other => other.Name == name) is not { Formula: null })
                    source.Fault("formula", $"names `{name}`",
                        "columns that are measured: " + string.Join(", ", columns.Where(c => c.Formula is null).Select(c => c.Name)));
            }
        }
        catch (FormulaException wrong)
        {
            source.Fault("formula", $"is no formula: {wrong.Message}", "numbers, columns, + - * / ( ) and min, max, abs, sqrt");
        }
    }
}
