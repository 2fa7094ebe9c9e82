using Evaluator.Challenges.Reading;
using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// The answers of a table challenge as the metrics take them: one array a column, the rows of a set one after the other. Made once, then
/// read by any number of threads.
/// </summary>
internal sealed class TableAnswers
{
    /// <summary>The keys, in the order of the rows of every array here.</summary>
    public required KeyIndex Keys { get; init; }

    public required IReadOnlyList<AnswerSet> Sets { get; init; }

    /// <summary>A weight a row; empty where all weigh the same.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The truth as numbers; empty where no metric compares numbers.</summary>
    public required double[] Numbers { get; init; }

    /// <summary>The truth as classes; empty where no metric compares classes.</summary>
    public required int[] Labels { get; init; }

    /// <summary>The classes; null where no metric compares classes.</summary>
    public required ClassIndex? Classes { get; init; }

    /// <summary>Picks: the summed or counted columns.</summary>
    public required IReadOnlyDictionary<string, double[]> Values { get; init; }

    /// <summary>By column, the truth of a metric of two classes.</summary>
    public required IReadOnlyDictionary<string, BinaryTruth> Binary { get; init; }

    public int Rows => Keys.Count;

    /// <summary>What faults call the file.</summary>
    public static string FileOf(TableTask task) => $"{ChallengeFolder.SecretFolder}/{task.Answers}";

    /// <summary>Reads answers. Everything wrong with them is added to the faults.</summary>
    /// <param name="bytes">The table.</param>
    /// <param name="task">What the columns are called.</param>
    /// <param name="metrics">What will be computed.</param>
    /// <param name="faults">What is wrong.</param>
    /// <returns>Null where there are faults.</returns>
    public static TableAnswers? Read(
        Stream bytes, TableTask task, IReadOnlyList<TableMetric> metrics, List<ChallengeFault> faults)
    {
        int before = faults.Count;
        AnswerColumns columns = new(task, metrics, faults);
        columns.Read(bytes);
        if (faults.Count > before)
            return null;
        int[] order = columns.OrderBySet(out IReadOnlyList<AnswerSet> sets);
        KeyIndex keys = new(isOpen: false);
        foreach (int row in order)
            keys.Add(columns.Keys[row]);
        if (sets.Count > 1)
            keys.Follow(Following(order));
        ClassIndex? classes = columns.Classes();
        int[] labels = classes is null ? [] : columns.Labels(classes, order);
        Dictionary<string, BinaryTruth> binary = classes is null ? [] : OfTwoClasses(metrics, task, classes, labels, faults);
        TableAnswers answers = new()
        {
            Keys = keys,
            Sets = sets,
            Weights = columns.Numbers(task.Weight, order),
            Numbers = columns.HasNumbers ? columns.Numbers(task.Truth, order) : [],
            Labels = labels,
            Classes = classes,
            Values = metrics.Select(metric => metric.Of).OfType<string>().Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => columns.Numbers(name, order), StringComparer.Ordinal),
            Binary = binary,
        };
        answers.RequireComputable(task, metrics, faults);
        return faults.Count > before ? null : answers;
    }

    /// <summary>By place in an order, the place of the row that comes next in the file.</summary>
    private static int[] Following(int[] order)
    {
        int[] places = new int[order.Length], following = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
            places[order[place]] = place;
        for (int place = 0; place < order.Length; place++)
            following[place] = order[place] + 1 < order.Length ? places[order[place] + 1] : order.Length;
        return following;
    }

    private static Dictionary<string, BinaryTruth> OfTwoClasses(
        IReadOnlyList<TableMetric> metrics, TableTask task, ClassIndex classes, int[] labels, List<ChallengeFault> faults)
    {
        Dictionary<string, BinaryTruth> truths = new(StringComparer.Ordinal);
        foreach (TableMetric metric in metrics)
        {
            bool isOptional = metric.Definition.Input == MetricInput.Probabilities && metric.ByClass && classes.Names.Count == 2;
            if (!metric.IsBinary && !isOptional)
                continue;
            int positive = PositiveClass(metric, classes);
            if (classes.Names.Count > 2)
                Fault(metric, $"{classes.Names.Count} classes ({Listed(classes.Names)})", "two classes");
            else if (positive < 0)
                Fault(metric, $"the classes {Listed(classes.Names)}, and none that is known to be positive", "`positive`, one of them");
            truths[metric.Column.Name] = new BinaryTruth(positive, [.. labels.Select(label => label == positive ? 1 : 0)]);
        }
        return truths;

        void Fault(TableMetric metric, string found, string expected) =>
            faults.Add(new ChallengeFault(FileOf(task), 0, $"column `{metric.Column.Name}` ({metric.Definition.Name}): {found}", expected));
    }

    /// <summary>The named class, else 1 of 0 and 1, else true of false and true, else yes of no and yes.</summary>
    public static int PositiveClass(TableMetric metric, ClassIndex classes)
    {
        if (metric.Positive is { } named)
            return classes.Find(named);
        foreach ((string positive, string negative) in (ReadOnlySpan<(string, string)>)[("1", "0"), ("true", "false"), ("yes", "no")])
        {
            int found = Like(positive);
            if (found >= 0 && (classes.Names.Count == 1 || Like(negative) >= 0))
                return found;
        }
        return -1;

        int Like(string name)
        {
            for (int @class = 0; @class < classes.Names.Count; @class++)
            {
                if (classes.Names[@class].Equals(name, StringComparison.OrdinalIgnoreCase))
                    return @class;
            }
            return classes.AreNumbers ? classes.Find(name) : -1;
        }
    }

    /// <summary>A metric that has no value whatever is handed in is a fault of the challenge.</summary>
    private void RequireComputable(TableTask task, IReadOnlyList<TableMetric> metrics, List<ChallengeFault> faults)
    {
        foreach (AnswerSet set in Sets)
        {
            if (Weights.Length > 0 && !Weights.AsSpan(set.Start, set.Length).ContainsAnyExcept(0.0))
                faults.Add(new ChallengeFault(FileOf(task), 0, $"no row of the set {set.Name} weighs anything", "a weight above 0"));
            foreach (TableMetric metric in metrics)
            {
                string where = $"column `{metric.Column.Name}` ({metric.Definition.Name}), set {set.Name}";
                if (set.Length < metric.Definition.FewestRows)
                {
                    faults.Add(new ChallengeFault(
                        FileOf(task), 0, $"{where}: {set.Length} row", $"{metric.Definition.FewestRows} at least"));
                }
                if (metric.Definition.Input == MetricInput.Picks || ValueDemands.ComparesNumbers(metric.Definition.Input))
                    continue;
                List<string> present = Present(set);
                if (present.Count < 2)
                {
                    faults.Add(new ChallengeFault(
                        FileOf(task), 0, $"{where}: one class only ({Listed(present)})", "two classes at least"));
                }
                else if (metric.Definition.NeedsEveryClass && present.Count < Classes!.Names.Count)
                {
                    faults.Add(new ChallengeFault(FileOf(task), 0, $"{where}: no row of {Listed([.. Classes.Names.Except(present)])}",
                        "rows of every class: the metric is not defined without"));
                }
            }
        }
    }

    private List<string> Present(AnswerSet set)
    {
        bool[] isThere = new bool[Classes!.Names.Count];
        for (int row = set.Start; row < set.Start + set.Length; row++)
            isThere[Labels[row]] |= Weights.Length == 0 || Weights[row] > 0;
        return [.. Classes.Names.Where((_, @class) => isThere[@class])];
    }

    private static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(6).Select(name => TableFaults.Shown(name))) + (names.Count > 6 ? ", …" : "");
}
