using System.Collections.Immutable;
using System.Security.Cryptography;
using Evaluator.Challenges;
using Evaluator.Standings.Columns;

namespace Evaluator.Standings.Tables;

/// <summary>
/// Rows in the order of their ranks. Never changes: a new row makes a new order, which shares the rows of the old one, so that readers need
/// no
/// lock. Changing one row of n costs O(log n) comparisons and copies of a few arrays of n references.
/// </summary>
internal sealed class RowOrder
{
    private readonly RankedColumns ranked;
    private readonly ColumnSet columns;
    private readonly ImmutableArray<TableRow> rows;

    /// <summary>The values of each column, best first: a rank in a column is a binary search.</summary>
    private readonly ImmutableArray<decimal>[] values;

    /// <summary>Mean of ranks: the sums of the rows' ranks, ascending as the rows; null for a ranking in order.</summary>
    private readonly long[]? sums;

    private byte[]? print;

    private RowOrder(
        RankedColumns ranked, ColumnSet columns, ImmutableArray<TableRow> rows, ImmutableArray<decimal>[] values, long[]? sums) =>
        (this.ranked, this.columns, this.rows, this.values, this.sums) = (ranked, columns, rows, values, sums);

    public int Count => rows.Length;

    public TableRow this[int index] => rows[index];

    /// <summary>A hash of what the rows show in their order; the ranks follow from that. Tables for many audiences share one
    /// order.</summary>
    public ReadOnlySpan<byte> Print => print ??= Printed();

    public static RowOrder Of(IEnumerable<TableRow> unordered, RankedColumns ranked, ColumnSet columns)
    {
        TableRow[] rows = [.. unordered];
        ImmutableArray<decimal>[] values = new ImmutableArray<decimal>[columns.Count];
        for (int column = 0; column < values.Length; column++)
            values[column] = Sorted(rows, column, IsLess(columns, column));
        if (ranked.Rule == RankingRule.InOrder)
        {
            Array.Sort(rows, new RowComparer(ranked));
            return new RowOrder(ranked, columns, [.. rows], values, null);
        }
        long[] sums = new long[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            foreach (int place in ranked.Places)
                sums[i] += RankIn(values[place], rows[i].Values[place]!.Value, IsLess(columns, place));
        }
        // Among equal sums by the columns in order and then by age, for display alone.
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        RowComparer comparer = new(ranked);
        Array.Sort(order, (a, b) => sums[a] != sums[b] ? sums[a].CompareTo(sums[b]) : comparer.Compare(rows[a], rows[b]));
        return new RowOrder(ranked, columns, [.. order.Select(i => rows[i])], values, [.. order.Select(i => sums[i])]);
    }

    /// <summary>The order with some rows taken out and some put in.</summary>
    public RowOrder With(IReadOnlyList<TableRow> without, IReadOnlyList<TableRow> with)
    {
        if (without.Count == 0 && with.Count == 0)
            return this;
        if (sums is not null || without.Count + with.Count > 64)
        {
            HashSet<string> gone = [.. without.Select(row => row.Team)];
            return Of(rows.Where(row => !gone.Contains(row.Team)).Concat(with), ranked, columns);
        }
        List<TableRow> changed = [.. rows];
        ImmutableArray<decimal>[] sorted = [.. values];
        RowComparer comparer = new(ranked);
        foreach (TableRow row in without)
        {
            changed.RemoveAt(changed.BinarySearch(row, comparer));
            for (int column = 0; column < sorted.Length; column++)
            {
                if (row.Values[column] is { } value)
                    sorted[column] = sorted[column].RemoveAt(RankIn(sorted[column], value, IsLess(columns, column)) - 1);
            }
        }
        foreach (TableRow row in with)
        {
            changed.Insert(~changed.BinarySearch(row, comparer), row);
            for (int column = 0; column < sorted.Length; column++)
            {
                if (row.Values[column] is { } value)
                    sorted[column] = sorted[column].Insert(RankIn(sorted[column], value, IsLess(columns, column)) - 1, value);
            }
        }
        return new RowOrder(ranked, columns, [.. changed], sorted, null);
    }

    /// <summary>The rank of the row at an index: equal rows have equal ranks, and the ranks after them are left out.</summary>
    public int RankAt(int index)
    {
        int low = 0, high = index;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (AreEqual(middle, index))
                high = middle;
            else
                low = middle + 1;
        }
        return low + 1;
    }

    /// <summary>Where a row stands; negative where it does not.</summary>
    public int IndexOf(TableRow row) =>
        sums is null ? rows.BinarySearch(row, new RowComparer(ranked)) : rows.IndexOf(row, RowIdentity.Instance);

    /// <summary>The rank of a value in its column, 1 for the best.</summary>
    public int RankIn(int column, decimal value) => RankIn(values[column], value, IsLess(columns, column));

    /// <summary>Mean of ranks: the mean; null for a ranking in order.</summary>
    public decimal? MeanRankAt(int index) => sums is null ? null : Math.Round((decimal)sums[index] / ranked.Places.Count, 2);

    private byte[] Printed()
    {
        byte[] prints = new byte[rows.Length * TableRow.PrintBytes];
        for (int i = 0; i < rows.Length; i++)
            rows[i].Print.CopyTo(prints.AsSpan(i * TableRow.PrintBytes));
        return SHA256.HashData(prints);
    }

    private bool AreEqual(int left, int right) =>
        sums is null ? ranked.Compare(rows[left].Values, rows[right].Values) == 0 : sums[left] == sums[right];

    private static bool IsLess(ColumnSet columns, int column) => columns.All[column].Direction == Direction.Less;

    private static ImmutableArray<decimal> Sorted(TableRow[] rows, int column, bool lessIsBetter)
    {
        List<decimal> sorted = new(rows.Length);
        foreach (TableRow row in rows)
        {
            if (row.Values[column] is { } value)
                sorted.Add(value);
        }
        sorted.Sort();
        if (!lessIsBetter)
            sorted.Reverse();
        return [.. sorted];
    }

    /// <summary>1 + how many values are better.</summary>
    private static int RankIn(ImmutableArray<decimal> sorted, decimal value, bool lessIsBetter)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (RankedColumns.Compare(sorted[middle], value, lessIsBetter) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low + 1;
    }
}
