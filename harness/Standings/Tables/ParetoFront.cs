using Evaluator.Challenges;

namespace Evaluator.Standings.Tables;

/// <summary>Rows that no other row beats in two columns at once: those that are a reasonable choice for somebody.</summary>
internal static class ParetoFront
{
    /// <param name="rows">Rows of a table.</param>
    /// <param name="x">The place of a column.</param>
    /// <param name="y">The place of another.</param>
    /// <returns>The rows on the front, from the best in <paramref name="x"/> on; equal points are all on it.</returns>
    public static IReadOnlyList<StandingRow> Of(IEnumerable<StandingRow> rows, IReadOnlyList<Column> columns, int x, int y)
    {
        List<(decimal X, decimal Y, StandingRow Row)> points =
        [
            .. rows.Where(row => row.Values[x] is not null && row.Values[y] is not null)
                .Select(row => (Better(row.Values[x]!.Value, columns[x]), Better(row.Values[y]!.Value, columns[y]), row)),
        ];
        List<StandingRow> front = [];
        decimal? bestY = null;
        // All with the same x at once: among them only those with the best y count, and only if it is better than all y before.
        foreach (IGrouping<decimal, (decimal X, decimal Y, StandingRow Row)> column in points.GroupBy(point => point.X)
            .OrderByDescending(group => group.Key))
        {
            decimal best = column.Max(point => point.Y);
            if (bestY is not null && best <= bestY)
                continue;
            bestY = best;
            front.AddRange(column.Where(point => point.Y == best).Select(point => point.Row));
        }
        return front;
    }

    private static decimal Better(decimal value, Column column) => column.Direction == Direction.More ? value : -value;
}
