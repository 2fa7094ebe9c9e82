using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;
using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Pictures;

/// <summary>
/// What stands in the address of a trade-off: two columns that are drawn against each other, and a column that ranks those who keep the
/// limits of others: "the fastest with an accuracy of at least 0.9". Of everything only what everybody sees.
/// </summary>
/// <param name="X">The place of a column.</param>
/// <param name="Y">The place of another; the same where the contest has but one.</param>
/// <param name="By">The place of the column that ranks the filtered rows.</param>
/// <param name="Limits">Columns with the worst value that is let in.</param>
internal sealed record TradeOff(
    StandingsTable Table, int X, int Y, int By, IReadOnlyList<(string Column, decimal Worst)> Limits, IReadOnlyList<StandingRow> Rows)
{
    /// <summary>Before a column's name in the address stands this.</summary>
    public const string LimitPrefix = "limit.";

    /// <summary>The rows on the front, from the best in <see cref="X"/> on.</summary>
    public IReadOnlyList<StandingRow> Front => X == Y ? [] : Table.Front(X, Y);

    /// <summary>Baselines that keep the limits: shown below, without a rank.</summary>
    public IEnumerable<StandingRow> Baselines => Table.Baselines.Where(row => Limits.All(limit => Keeps(row, limit.Column, limit.Worst)));

    /// <exception cref="InvalidOperationException">The contest has no such phase.</exception>
    public static Outcome<TradeOff> Of(RunningContest contest, Phase phase, IQueryCollection query)
    {
        StandingsTable table = contest.Live.Table(phase.Name, Audience.Public, final: false, null)
            ?? throw new InvalidOperationException($"{contest.Name} has no phase {phase.Name}");
        int first = PlaceOf(table, phase.Ranking.Columns.FirstOrDefault()) ?? 0;
        int second = table.Columns.Count > 1 ? first == 0 ? 1 : 0 : first;
        (int? x, int? y, int? by) = (Asked("x", first), Asked("y", second), Asked("by", second));
        if (x is null || y is null || by is null)
            return Refusal.Invalid("A column is one of " + string.Join(", ", table.Columns.Select(column => column.Name)) + ".");
        List<(string Column, decimal Worst)> limits = [];
        foreach (Column column in table.Columns)
        {
            string? text = query[LimitPrefix + column.Name];
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out decimal worst))
                return Refusal.Invalid($"The limit of {column.Title} is \"{text}\"; expected a number such as 0.9.");
            limits.Add((column.Name, worst));
        }
        return new TradeOff(table, x.Value, y.Value, by.Value, limits, contest.Live.Ask(fold =>
            fold.BestWithin(fold.Phase(phase.Name)!, table.Columns[by.Value].Name, limits)));

        int? Asked(string name, int otherwise) =>
            string.IsNullOrEmpty(query[name]) ? otherwise : PlaceOf(table, query[name]);
    }

    private bool Keeps(StandingRow row, string column, decimal worst)
    {
        int place = PlaceOf(Table, column)!.Value;
        return row.Values[place] is { } value && (Table.Columns[place].Direction == Direction.Less ? value <= worst : value >= worst);
    }

    private static int? PlaceOf(StandingsTable table, string? column)
    {
        for (int place = 0; place < table.Columns.Count; place++)
            if (table.Columns[place].Name == column)
                return place;
        return null;
    }
}
