using Evaluator.Challenges;

namespace Evaluator.Standings.Columns;

/// <summary>The columns that rank, in order, with their directions.</summary>
internal sealed class RankedColumns : IComparer<decimal?[]>
{
    private readonly int[] places;
    private readonly bool[] lessIsBetter;

    public RankedColumns(ColumnSet columns, Ranking ranking)
    {
        places = [.. ranking.Columns.Select(columns.PlaceOf).Where(place => place >= 0)];
        lessIsBetter = [.. places.Select(place => columns.All[place].Direction == Direction.Less)];
        Rule = ranking.Rule;
    }

    public RankingRule Rule { get; }

    public IReadOnlyList<int> Places => places;

    /// <summary>The column that ladders, gates and rewards look at; -1 where none ranks.</summary>
    public int First => places.Length > 0 ? places[0] : -1;

    /// <summary>Whether the values can be ranked: a number in every column that ranks. There is no third state.</summary>
    /// <param name="firstAlone">In a ladder's phase the other columns may be withheld.</param>
    public bool CanRank(decimal?[] values, bool firstAlone)
    {
        if (places.Length == 0)
            return false;
        for (int i = 0; i < (firstAlone ? 1 : places.Length); i++)
        {
            if (values[places[i]] is null)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Negative where <paramref name="left"/> is better: by the first column, then by the second, and so on. A withheld value is no better
    /// than any.
    /// </summary>
    public int Compare(decimal?[]? left, decimal?[]? right)
    {
        for (int i = 0; i < places.Length; i++)
        {
            int order = Compare(left![places[i]], right![places[i]], lessIsBetter[i]);
            if (order != 0)
                return order;
        }
        return 0;
    }

    /// <summary>Negative where <paramref name="left"/> is better.</summary>
    public static int Compare(decimal? left, decimal? right, bool lessIsBetter)
    {
        if (left is null || right is null)
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        int order = left.GetValueOrDefault().CompareTo(right.GetValueOrDefault());
        return lessIsBetter ? order : -order;
    }
}
