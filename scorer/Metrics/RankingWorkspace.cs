using System.Numerics;

namespace Evaluator.Metrics;

/// <summary>
/// The rows that a ranking metric sorts. It grows to the largest table met and is then kept: one a thread, used again and again.
/// Rows are sorted by score, rows of equal score stay in the order in which they were added, so that sums over them have one order.
/// </summary>
public sealed class RankingWorkspace
{
    private const int DigitBits = 11, Digits = 6, Buckets = 1 << DigitBits;

    // While a score's place is looked up: how finely the keys are divided, at most as many ranges as there is room for starts.
    private const int RangeBits = 13;

    private readonly int[] starts = new int[Digits * Buckets];

    private ulong[] keys = [], otherKeys = [];
    private int[] order = [], otherOrder = [];
    private double[] weights = [];
    private bool[] positives = [];
    private int rangeShift;

    internal int Rows { get; private set; }

    /// <summary>Whether a row has a score that is no finite number: nothing can be ranked then.</summary>
    internal bool HasOddScore { get; private set; }

    internal void Begin(int mostRows)
    {
        (Rows, HasOddScore) = (0, false);
        if (keys.Length >= mostRows)
            return;
        int size = Math.Max(mostRows, 2 * keys.Length);
        (keys, otherKeys, order, otherOrder) = (new ulong[size], new ulong[size], new int[size], new int[size]);
        (weights, positives) = (new double[size], new bool[size]);
    }

    internal void Add(double score, bool isPositive, double weight)
    {
        HasOddScore |= !double.IsFinite(score);
        keys[Rows] = Sortable(score);
        order[Rows] = Rows;
        positives[Rows] = isPositive;
        weights[Rows] = weight;
        Rows++;
    }

    /// <summary>
    /// Least significant digit first, which keeps equal scores in their order. A digit that all rows share is passed over.
    /// </summary>
    internal void Sort()
    {
        CountDigits();
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> start = starts.AsSpan(digit * Buckets, Buckets);
            if (Rows == 0 || start[DigitOf(keys[0], digit)] == Rows)
                continue;
            int next = 0;
            foreach (ref int bucket in start)
                (bucket, next) = (next, next + bucket);
            for (int rank = 0; rank < Rows; rank++)
            {
                int place = start[DigitOf(keys[rank], digit)]++;
                otherKeys[place] = keys[rank];
                otherOrder[place] = order[rank];
            }
            (keys, otherKeys) = (otherKeys, keys);
            (order, otherOrder) = (otherOrder, order);
        }
    }

    /// <summary>
    /// Makes ready for <see cref="RowsBelow"/>, after sorting: the keys from the lowest to the highest are divided into ranges of equal
    /// width, and of each the first rank is noted. There is a row at least.
    /// </summary>
    internal void DivideIntoRanges()
    {
        ulong width = keys[Rows - 1] - keys[0];
        rangeShift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(width) - RangeBits);
        int ranges = (int)(width >> rangeShift) + 1;
        int rank = 0;
        for (int range = 0; range < ranges; range++)
        {
            while (rank < Rows && RangeOf(keys[rank]) < range)
                rank++;
            starts[range] = rank;
        }
        starts[ranges] = Rows;
    }

    /// <summary>How many of the rows have a lower score, and how many a score that is not higher.</summary>
    internal (int Lower, int NotHigher) RowsBelow(double score)
    {
        ulong key = Sortable(score);
        if (key < keys[0])
            return (0, 0);
        if (key > keys[Rows - 1])
            return (Rows, Rows);
        int range = RangeOf(key), start = starts[range], end = starts[range + 1];
        if (start == end)
            return (start, start);
        int lower = FirstFrom(start, end, key), notHigher = FirstFrom(lower, end, key + 1);
        return (lower, notHigher);
    }

    /// <summary>Whether the scores of two ranks are equal.</summary>
    internal bool AreTied(int rank, int other) => keys[rank] == keys[other];

    internal bool IsPositive(int rank) => positives[order[rank]];

    internal double Weight(int rank) => weights[order[rank]];

    private int RangeOf(ulong key) => (int)((key - keys[0]) >> rangeShift);

    private int FirstFrom(int start, int end, ulong key)
    {
        while (start < end)
        {
            int middle = (start + end) >>> 1;
            (start, end) = keys[middle] < key ? (middle + 1, end) : (start, middle);
        }
        return start;
    }

    private void CountDigits()
    {
        Array.Clear(starts);
        foreach (ulong key in keys.AsSpan(0, Rows))
        {
            for (int digit = 0; digit < Digits; digit++)
                starts[digit * Buckets + DigitOf(key, digit)]++;
        }
    }

    private static int DigitOf(ulong key, int digit) => (int)(key >> (digit * DigitBits)) & (Buckets - 1);

    /// <summary>The bits of a double in an order that unsigned numbers have; both zeros are one.</summary>
    private static ulong Sortable(double score)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(score + 0.0);
        return (bits & (1UL << 63)) != 0 ? ~bits : bits | (1UL << 63);
    }
}
