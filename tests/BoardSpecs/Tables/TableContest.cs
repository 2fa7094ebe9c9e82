using System.Text;
using Evaluator.Challenges;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>A small table challenge in memory: what a spec needs of one.</summary>
internal sealed class TableContest
{
    public required TableTask Task { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public required string Answers { get; init; }

    public IReadOnlyList<Phase> Phases { get; init; } = [];

    public Challenge Challenge => new()
    {
        Name = "specs",
        Title = "Specs",
        Summary = "",
        Kind = ChallengeKind.Table,
        Columns = Columns,
        Phases = Phases,
        Rules = new ContestRules(1, ""),
        Table = Task,
        Story = "",
    };

    public static TableTask Picks(int picks) => new() { Shape = TableShape.Picks, Key = "id", Picks = picks, Answers = "answers.csv" };

    public static TableTask Predictions() =>
        new() { Shape = TableShape.Predictions, Key = "id", Values = ["value"], Truth = "truth", Answers = "answers.csv" };

    public static Column Measured(string metric, bool isLess = false, int decimals = 6, string? of = null, string? positive = null) => new()
    {
        Name = metric,
        Title = metric,
        Direction = isLess ? Direction.Less : Direction.More,
        Decimals = decimals,
        Metric = new MetricUse { Name = metric, Of = of, Positive = positive, Quantile = metric == "quantile_loss" ? 0.9m : null },
    };

    public TableJudge Open() => TableJudge.Open(Challenge, new MemoryStream(Encoding.UTF8.GetBytes(Answers)));

    public TableJudgement Judge(string table) => Judge(Open(), table);

    public static TableJudgement Judge(TableJudge judge, string table) => Judge(judge, Encoding.UTF8.GetBytes(table));

    public static TableJudgement Judge(TableJudge judge, byte[] table, bool withRows = false) =>
        judge.Judge(new MemoryStream(table), withRows);
}
