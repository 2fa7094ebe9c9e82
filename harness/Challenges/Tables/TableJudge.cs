using System.Collections.Concurrent;
using Evaluator.Challenges.Reading;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// Judges the tables of one challenge. Theory of operation: answers are read once and stay in memory. A table comes as a stream, is
/// decoded,
/// cut into rows and checked while it is read, and each value goes to the place of its key among the answers; of the table itself nothing
/// is kept.
/// Where there is no fault, every column's metric is computed over every set of the answers. Any number of threads may judge at once,
/// each with
/// room of its own that is used again.
/// </summary>
public sealed class TableJudge
{
    private readonly TableTask task;
    private readonly IReadOnlyList<TableMetric> metrics;
    private readonly TableAnswers? answers;
    private readonly KeyIndex? keys;
    private readonly TableWords words;
    private readonly ConcurrentBag<HandedInTable> room = [];

    private TableJudge(
        TableTask task, IReadOnlyList<TableMetric> metrics, TableAnswers? answers, KeyIndex? keys, TableWords words)
    {
        this.task = task;
        this.metrics = metrics;
        this.answers = answers;
        this.keys = answers?.Keys ?? keys;
        Demands = ValueDemands.Of(task.Shape, metrics);
        this.words = words;
        Form = new TableForm(task, Demands, this.keys, answers?.Classes?.Names ?? [], words);
    }

    /// <summary>What a table has to look like.</summary>
    public TableForm Form { get; }

    /// <summary>Whether tables are scored; without answers only their form is checked.</summary>
    public bool HasAnswers => answers is not null;

    /// <summary>The sets of the answers, each of which is scored.</summary>
    public IReadOnlyList<string> Sets => [.. (answers?.Sets ?? []).Select(set => set.Name)];

    /// <summary>The keys of the test table, in the order of the answers; none where they are not known.</summary>
    public IEnumerable<string> Keys => keys is null ? [] : Enumerable.Range(0, keys.Count).Select(row => keys[row].ToString());

    internal ValueDemands Demands { get; }

    /// <summary>Whether a column can have a ladder: its metric is a mean over rows.</summary>
    public bool HasRowValues(string column) =>
        metrics.FirstOrDefault(metric => metric.Column.Name == column)?.Definition.IsMeanOverRows ?? false;

    /// <summary>A judge with the challenge's answers.</summary>
    /// <param name="challenge">A table challenge.</param>
    /// <param name="answers">The answers' bytes.</param>
    /// <exception cref="ChallengeFaultsException">A metric that can't be computed, or answers that can't be used.</exception>
    public static TableJudge Open(Challenge challenge, Stream answers)
    {
        List<ChallengeFault> faults = [];
        TableTask task = TaskOf(challenge);
        IReadOnlyList<TableMetric> metrics = TableMetric.Resolve(challenge.Columns, task, faults);
        TableAnswers? read = faults.Count == 0 ? TableAnswers.Read(answers, task, metrics, faults) : null;
        if (read is not null)
            RequireSets(challenge, read, faults);
        return read is null || faults.Count > 0
            ? throw new ChallengeFaultsException(faults)
            : new TableJudge(task, metrics, read, keys: null, TableWords.Of(challenge));
    }

    /// <summary>A judge of the form alone.</summary>
    /// <param name="challenge">A table challenge.</param>
    /// <param name="keys">The keys of the test table, where they are known.</param>
    /// <exception cref="ChallengeFaultsException">A metric that can't be computed.</exception>
    public static TableJudge OfFormOnly(Challenge challenge, IEnumerable<string>? keys)
    {
        List<ChallengeFault> faults = [];
        TableTask task = TaskOf(challenge);
        IReadOnlyList<TableMetric> metrics = TableMetric.Resolve(challenge.Columns, task, faults);
        if (faults.Count > 0)
            throw new ChallengeFaultsException(faults);
        KeyIndex? known = keys is null ? null : new KeyIndex(isOpen: false);
        foreach (string key in keys ?? [])
            known!.Add(key);
        return new TableJudge(task, metrics, answers: null, known, TableWords.Of(challenge));
    }

    /// <summary>Judges a table.</summary>
    /// <param name="bytes">The table, read once from where it stands.</param>
    /// <param name="withRows">Whether the values of single rows are wanted, for a ladder.</param>
    public TableJudgement Judge(Stream bytes, bool withRows = false)
    {
        if (!room.TryTake(out HandedInTable? table))
            table = new HandedInTable(answers?.Classes?.Names.Count ?? 0, task.Shape == TableShape.Probabilities ? task.Values.Count : 0);
        try
        {
            return Judge(bytes, table, withRows);
        }
        finally
        {
            room.Add(table);
        }
    }

    private TableJudgement Judge(Stream bytes, HandedInTable table, bool withRows)
    {
        TableFaults faults = new(words);
        KeyIndex index = keys ?? new KeyIndex(isOpen: true);
        table.Begin(index.Count, Demands.IsNumber, Demands.IsClass);
        using TableRows rows = TableRows.Open(bytes, task.LargestBytes, faults);
        new TableReading(task, Demands, answers?.Classes, index, table, faults).Read(rows);
        IReadOnlyList<SetScore> scores = answers is null || faults.Any ? [] : Scores(answers, table, withRows, faults);
        return new TableJudgement(
            table.Rows, rows.Bytes, faults.ToList(Form.Message), Notes(rows), faults.Any ? [] : scores);
    }

    private List<SetScore> Scores(TableAnswers known, HandedInTable table, bool withRows, TableFaults faults)
    {
        List<SetScore> scores = [];
        foreach (AnswerSet set in known.Sets)
        {
            Dictionary<string, decimal> values = new(StringComparer.Ordinal);
            Dictionary<string, double[]> rows = new(StringComparer.Ordinal);
            foreach (TableMetric metric in metrics)
            {
                string column = metric.Column.Name;
                double value = TableScoring.Score(metric, set, known, table);
                if (Rounding.ToDigits(value, metric.Column.Decimals) is { } rounded)
                    values[column] = rounded;
                else
                    faults.Add(TableFaultKind.NotComputable, 0, words.ColumnOfSet(column, set.Name));
                if (withRows && RowValues.Of(metric, set, known, table) is { } ofRows)
                    rows[column] = ofRows;
            }
            scores.Add(new SetScore(set.Name, values, rows));
        }
        return scores;
    }

    private List<string> Notes(TableRows rows)
    {
        List<string> notes = [];
        if (rows.HadMark)
            notes.Add(words.HadMark);
        string[] others = [.. rows.Header.Except(Form.Columns, StringComparer.Ordinal)];
        if (others.Length > 0)
            notes.Add(words.ColumnsNotRead(others));
        return notes;
    }

    private static void RequireSets(Challenge challenge, TableAnswers answers, List<ChallengeFault> faults)
    {
        string[] known = [.. answers.Sets.Select(set => set.Name)];
        foreach (Phase phase in challenge.Phases)
        {
            if (challenge.Table!.Set is null && phase.FinalSet is null)
                continue;
            foreach (string set in ((string?[])[phase.Set, phase.FinalSet]).OfType<string>().Except(known, StringComparer.Ordinal))
            {
                faults.Add(new ChallengeFault(ChallengeFolder.Definition, 0, $"phase `{phase.Name}`: the set `{set}`",
                    $"a set of the answers: {string.Join(", ", known)}"));
            }
        }
    }

    private static TableTask TaskOf(Challenge challenge) =>
        challenge.Table ?? throw new ArgumentException($"{challenge.Name} is no table challenge.", nameof(challenge));
}
