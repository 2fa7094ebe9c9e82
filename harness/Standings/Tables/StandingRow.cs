namespace Evaluator.Standings.Tables;

/// <summary>A row of a standings table, as the audience may see it.</summary>
public sealed record StandingRow
{
    /// <summary>1 for the best; equal rows have equal ranks. Null for a baseline.</summary>
    public required int? Rank { get; init; }

    /// <summary>The team's id, or the baseline's name.</summary>
    public required string Team { get; init; }

    /// <summary>The id of the submission that the values are of; null for a baseline.</summary>
    public required string? Submission { get; init; }

    /// <summary>A value for each column; null where there is none or it is withheld.</summary>
    public required IReadOnlyList<decimal?> Values { get; init; }

    /// <summary>The rank of each value in its own column.</summary>
    public required IReadOnlyList<int?> ColumnRanks { get; init; }

    /// <summary>Under a ladder: the gain over the baseline, in percent.</summary>
    public decimal? Gain { get; init; }

    /// <summary>Where the phase ranks by the mean of ranks: that mean.</summary>
    public decimal? MeanRank { get; init; }

    /// <summary>How many submissions the team has handed in.</summary>
    public int Entries { get; init; }

    /// <summary>When the last of them was accepted; null for a baseline.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>
    /// The rank before the last change of the table; in final standings the provisional rank. Null for who was not there. Gained places are
    /// <c>RankBefore - Rank</c>.
    /// </summary>
    public int? RankBefore { get; init; }

    public bool IsOwn { get; init; }
}
