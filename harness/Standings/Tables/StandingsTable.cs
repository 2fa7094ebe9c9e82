using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;

namespace Evaluator.Standings.Tables;

/// <summary>
/// The standings of a phase at one moment, for one audience. Never changes, so any thread may read it; rows are made when a page of them is
/// asked for.
/// </summary>
public sealed class StandingsTable
{
    private readonly RowOrder order;
    private readonly RowOrder? before;
    private readonly IReadOnlyDictionary<string, TableRow?> changed;
    private readonly Lazy<Dictionary<string, int>> indices;
    private string? version;

    internal StandingsTable(RowOrder order, RowOrder? before, IReadOnlyDictionary<string, TableRow?> changed)
    {
        (this.order, this.before, this.changed) = (order, before, changed);
        indices = new(() => Enumerable.Range(0, order.Count).ToDictionary(index => order[index].Team, StringComparer.Ordinal));
    }

    /// <summary>The last entry that went into it.</summary>
    public required long Seq { get; init; }

    public required Phase Phase { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Whether these are the final standings: chosen submissions on the set that decides.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>Whether something is hidden from the audience by a freeze.</summary>
    public required bool IsFrozen { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The baselines: shown, never ranked.</summary>
    public required IReadOnlyList<StandingRow> Baselines { get; init; }

    /// <summary>What rules of the phase have given each team, by its id; null where the phase has no rules.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RowReward>>? Rewards { get; init; }

    /// <summary>Why a ladder releases nothing; null where all is well.</summary>
    public string? LadderRefusal { get; init; }

    /// <summary>Which neighbours may stand as they do by chance; null where this audience may not know, or there are no values case by
    /// case. Not of past moments. The first who asks waits for some seconds in a large field.</summary>
    public TieBrackets? Brackets => ComputeBrackets?.Invoke();

    /// <summary>In final standings: how far ranks may have moved from the provisional ones by chance; else as
    /// <see cref="Brackets"/>.</summary>
    public RankBand? Band => ComputeBand?.Invoke();

    /// <summary>How many teams are ranked.</summary>
    public int Count => order.Count;

    /// <summary>
    /// A name for what the table shows: equal tables have equal names, after a restart too. It is not the log's number, which would tell
    /// under a freeze how much happens behind it.
    /// </summary>
    public string Version => version ??= Named();

    internal Func<TieBrackets?>? ComputeBrackets { get; init; }

    internal Func<RankBand?>? ComputeBand { get; init; }

    internal RowOrder Order => order;

    /// <summary>The order before the last change; null where movement is not told.</summary>
    internal RowOrder? Before => before;

    /// <summary>The rows that the last change replaced, by team.</summary>
    internal IReadOnlyDictionary<string, TableRow?> Changed => changed;

    /// <param name="from">The first row, from 0.</param>
    public IReadOnlyList<StandingRow> Rows(int from, int count)
    {
        List<StandingRow> rows = [];
        for (int i = Math.Max(from, 0); i < Math.Min((long)from + count, order.Count); i++)
            rows.Add(RowAt(i));
        return rows;
    }

    public IReadOnlyList<StandingRow> All() => Rows(0, order.Count);

    /// <summary>A team's row; null where it is not ranked.</summary>
    public StandingRow? RowOf(string team) => indices.Value.TryGetValue(team, out int index) ? RowAt(index) : null;

    /// <summary>Where a team's row stands, from 0; null where it is not ranked.</summary>
    public int? IndexOf(string team) => indices.Value.TryGetValue(team, out int index) ? index : null;

    /// <summary>The bracket of a team, from 1 for the best; null where it is in none.</summary>
    public int? BracketOf(string team) =>
        Brackets is { } known && IndexOf(team) is { } index && index < known.Numbers.Count ? known.Numbers[index] : null;

    /// <summary>The rows that no other row beats in two columns at once, from the best in the first on; equal points are all on
    /// it.</summary>
    /// <param name="x">The place of a column.</param>
    /// <param name="y">The place of another.</param>
    public IReadOnlyList<StandingRow> Front(int x, int y) => ParetoFront.Of(All(), Columns, x, y);

    private string Named()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Phase.Name} {Phase.Ranking.Rule} {string.Join(' ', Phase.Ranking.Columns)} ");
        text.Append(CultureInfo.InvariantCulture, $"{IsFinal} {IsFrozen} {ComputeBrackets is null} {LadderRefusal}\n");
        foreach (StandingRow row in Baselines)
            text.Append(CultureInfo.InvariantCulture, $"{row.Team} {row.Gain} {TableRow.Said(row.Values)}\n");
        foreach ((string team, IReadOnlyList<RowReward> rewards) in Rewards ?? new Dictionary<string, IReadOnlyList<RowReward>>())
            foreach (RowReward reward in rewards)
                text.Append(CultureInfo.InvariantCulture, $"{team} {reward.Points} {reward.Rule} {reward.Title}\n");
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        hash.AppendData(order.Print);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private StandingRow RowAt(int index)
    {
        TableRow row = order[index];
        int?[] ranks = new int?[row.Values.Length];
        for (int column = 0; column < ranks.Length; column++)
            ranks[column] = row.Values[column] is { } value ? order.RankIn(column, value) : null;
        return new StandingRow
        {
            Rank = order.RankAt(index),
            Team = row.Team,
            Submission = row.Submission,
            Values = row.Values,
            ColumnRanks = ranks,
            Gain = row.Gain,
            MeanRank = order.MeanRankAt(index),
            Entries = row.Entries,
            Last = row.Last,
            RankBefore = RankBefore(row),
            IsOwn = Audience.Team == row.Team,
        };
    }

    private int? RankBefore(TableRow row)
    {
        if (before is null)
            return null;
        TableRow? old = changed.TryGetValue(row.Team, out TableRow? other) ? other : row;
        int index = old is null ? -1 : before.IndexOf(old);
        return index < 0 ? null : before.RankAt(index);
    }
}
