using Evaluator.Metrics;

namespace Evaluator.Challenges.Drafting;

/// <summary>A challenge as it is proposed for a table of answers, and why so.</summary>
internal sealed class ChallengeDraft
{
    // The original harbour contest asked for 400 of 80,000.
    private const int RowsAPick = 200;

    private readonly List<string> reasons = [];

    private ChallengeDraft(AnswerProfile answers, DraftWishes wishes)
    {
        Answers = answers;
        Wishes = wishes;
        Key = wishes.Key is { } named ? answers.Find(named) : ProposedKey();
        if (!Key.IsKey)
            throw new DraftException($"the column `{Key.Name}` {Key.WhyNoKey}; a key names each row once.");
        ProposeTask();
        reasons.Insert(0, $"`{Key.Name}` is the key: {Key.Distinct} different values.");
    }

    public AnswerProfile Answers { get; }

    public DraftWishes Wishes { get; }

    public ColumnProfile Key { get; }

    /// <summary>The column that is compared, or summed over the picks.</summary>
    public ColumnProfile Truth { get; private set; } = null!;

    public TableShape Shape { get; private set; }

    public int? Picks { get; private set; }

    public IReadOnlyList<(MetricDefinition Metric, ColumnProfile Of)> Metrics { get; private set; } = [];

    /// <summary>What was seen and what follows from it, a sentence an item.</summary>
    public IReadOnlyList<string> Reasons => reasons;

    public static ChallengeDraft Propose(AnswerProfile answers, DraftWishes wishes) => new(answers, wishes);

    private ColumnProfile ProposedKey()
    {
        ColumnProfile[] keys = [.. Answers.Columns.Where(column => column.IsKey)];
        return keys.FirstOrDefault(column => column.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase)
                || column.Name.Contains("key", StringComparison.OrdinalIgnoreCase))
            ?? keys.FirstOrDefault()
            ?? throw NoKey();
    }

    private DraftException NoKey()
    {
        ColumnProfile nearest = Answers.Columns.MaxBy(column => column.Distinct)!;
        return new DraftException(
            $"no column names each row once, which a key does. `{nearest.Name}` comes nearest: it {nearest.WhyNoKey}.");
    }

    private void ProposeTask()
    {
        ColumnProfile[] rest = [.. Answers.Columns.Where(column => column != Key && column != Answers.Set && column != Answers.Weight)];
        if (rest.Length == 0)
            throw new DraftException($"beside the key `{Key.Name}` there is nothing to predict.");
        ColumnProfile? indicator = rest.FirstOrDefault(column => column.IsIndicator);
        ColumnProfile? amount = rest.FirstOrDefault(
            column => column != indicator && column.IsNotNegative && IsOnlyWhere(column, indicator));
        bool looksLikePicks = Wishes.Truth is null && indicator is not null && amount is not null;
        Shape = Wishes.Shape ?? (Wishes.Picks is not null || looksLikePicks ? TableShape.Picks : TableShape.Predictions);
        Truth = Wishes.Truth is { } named ? Answers.Find(named) : Shape == TableShape.Picks && amount is not null ? amount : rest[0];
        if (Shape == TableShape.Picks)
            ProposePicks(indicator);
        else
            ProposeMetrics();
        if (Wishes.Metric is { } metric)
            Metrics = [(Known(metric), Truth)];
    }

    /// <summary>Whether a column is zero wherever an indicator is: an amount that only hits have.</summary>
    private static bool IsOnlyWhere(ColumnProfile amount, ColumnProfile? indicator)
    {
        if (indicator is null)
            return false;
        for (int row = 0; row < amount.Numbers.Count; row++)
        {
            if (amount.Numbers[row] != 0 && indicator.Numbers[row] == 0)
                return false;
        }
        return true;
    }

    private void ProposePicks(ColumnProfile? indicator)
    {
        if (!Truth.IsNumeric)
            throw new DraftException($"`{Truth.Name}` is no column of numbers; picks are summed over one. Name it with --truth.");
        Picks = Wishes.Picks ?? Math.Max(1, Answers.Rows / RowsAPick);
        Metrics = [(Known("sum"), Truth), (Known("count"), indicator ?? Truth)];
        reasons.Add(indicator is null
            ? $"`{Truth.Name}` is summed over {Picks} picks."
            : $"`{Truth.Name}` is an amount that only rows with `{indicator.Name}` 1 have: it is summed over {Picks} picks.");
    }

    private void ProposeMetrics()
    {
        (string[] names, string why) = Truth switch
        {
            { Distinct: 1 } =>
                throw new DraftException($"`{Truth.Name}` is {Truth.Texts[0]} in every row: there is nothing to tell apart."),
            { IsIndicator: true } => (["roc_auc", "average_precision"], "0 or 1: predictions rank the rows"),
            { Distinct: 2 } => (["accuracy", "mcc"], $"one of {string.Join(" and ", Truth.Classes)}: predictions name one"),
            { IsScale: true } => (["quadratic_weighted_kappa", "accuracy"], "a scale: a miss costs more the further it is off"),
            { IsNumeric: true, Distinct: > 10 } or { IsNumeric: true, IsWhole: false } => ((string[])["rmse", "mae"], "a number"),
            { Classes.Count: > 0 } => (["accuracy", "f1_macro"], $"one of {Truth.Distinct} classes"),
            _ => throw new DraftException($"`{Truth.Name}` has {Truth.Distinct} different texts: neither numbers nor a few classes. "
                + "Name another column with --truth."),
        };
        if (Shape == TableShape.Probabilities)
            (names, why) = (["log_loss", "brier_score"], $"one of {Truth.Distinct} classes: predictions give each a probability");
        Metrics = [.. names.Select(name => (Known(name), Truth))];
        reasons.Add(Wishes.Metric is { } wished
            ? $"`{Truth.Name}` is {why.Split(':')[0]}. Metric, as asked: {Known(wished).Title}."
            : $"`{Truth.Name}` is {why}. Metric: {Metrics[0].Metric.Title}.");
    }

    private static MetricDefinition Known(string name) => MetricTable.Find(name)
        ?? throw new DraftException(
            $"there is no metric `{name}`; there are {string.Join(", ", MetricTable.All.Select(metric => metric.Name))}.");
}
