namespace Evaluator.Metrics;

/// <summary>
/// The rows that a ranking metric sorts. It grows to the largest table met and is then kept: one a thread, used again and again.
/// Rows are sorted by score, rows of equal score stay in the order in which they were added, so that sums over them have one order.
/// </summary>
public sealed class RankingWorkspace
{
    private const int DigitBits = 11, Digits = 6, Buckets = 1 << DigitBits;

    private readonly int[] starts = new int[Digits * Buckets];

    private ulong[] keys = [], otherKeys = [];
    private int[] order = [], otherOrder = [];
    private double[] weights = [];
    private bool[] positives = [];

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

    /// <summary>Whether the scores of two ranks are equal.</summary>
    internal bool AreTied(int rank, int other) => keys[rank] == keys[other];

    internal bool IsPositive(int rank) => positives[order[rank]];

    internal double Weight(int rank) => weights[order[rank]];

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
