namespace Evaluator.Comparing;

/// <summary>
/// How far ranks move from one set of cases to another by chance alone. The cases of both sets are put together, and both sets are drawn
/// anew from them with replacement (Efron and Tibshirani, An Introduction to the Bootstrap, 1993), the same cases for all entrants: so
/// nobody is better on the one set than on the other, and what still moves is luck.
/// </summary>
/// <param name="ByRank">For each rank in the first set, from 1: the ranks in the second between which 95 % of the draws lie.</param>
public sealed record RankBand(IReadOnlyList<(int Low, int High)> ByRank)
{
    public const int Draws = 2_000;

    /// <param name="first">Each entrant's values case by case in the first set, all of the same cases.</param>
    /// <param name="second">The same entrants' in the second.</param>
    /// <param name="lessIsBetter">Whether a smaller mean ranks first.</param>
    /// <param name="seed">The same seed gives the same band.</param>
    public static RankBand Of(
        IReadOnlyList<double[]> first, IReadOnlyList<double[]> second, bool lessIsBetter, ulong seed = PairedDifference.DefaultSeed,
        int draws = Draws)
    {
        if (first.Count == 0 || first.Count != second.Count)
            throw new ArgumentException($"{first.Count} and {second.Count} entrants: the same ones are needed, and at least one.");
        int firstCases = first[0].Length, secondCases = second[0].Length;
        double[][] pool = [.. first.Zip(second, (one, other) => (double[])[.. one, .. other])];
        if (pool.Any(values => values.Length != firstCases + secondCases) || firstCases == 0 || secondCases == 0)
            throw new ArgumentException("All entrants need values of the same cases, and each set at least one.");
        if (!lessIsBetter)
            pool = [.. pool.Select(values => Array.ConvertAll(values, value => -value))];
        int[][] seen = [.. first.Select(_ => new int[pool.Length + 1])];    // by rank in the first set, how often each in the second
        SplitMix64 random = new(seed);
        double[] sums = new double[pool.Length];
        int[] before = new int[pool.Length], after = new int[pool.Length];
        for (int draw = 0; draw < draws; draw++)
        {
            Draw(pool, firstCases, ref random, sums, before);
            Draw(pool, secondCases, ref random, sums, after);
            for (int entrant = 0; entrant < pool.Length; entrant++)
                seen[before[entrant] - 1][after[entrant]]++;
        }
        return new RankBand([.. seen.Select((counts, rank) => Middle(counts, rank + 1))]);
    }

    /// <summary>Ranks of the means over cases that are drawn; equal means have equal ranks.</summary>
    private static void Draw(double[][] pool, int cases, ref SplitMix64 random, double[] sums, int[] ranks)
    {
        Array.Clear(sums);
        for (int i = 0; i < cases; i++)
        {
            int drawn = random.Below(pool[0].Length);
            for (int entrant = 0; entrant < pool.Length; entrant++)
                sums[entrant] += pool[entrant][drawn];
        }
        double[] sorted = [.. sums];
        Array.Sort(sorted);
        for (int entrant = 0; entrant < ranks.Length; entrant++)
        {
            int at = Array.BinarySearch(sorted, sums[entrant]);
            while (at > 0 && sorted[at - 1] == sums[entrant])
                at--;
            ranks[entrant] = at + 1;
        }
    }

    /// <summary>The middle 95 %; the rank itself where equal ones never let it come up.</summary>
    private static (int Low, int High) Middle(int[] counts, int rank)
    {
        int all = counts.Sum();
        if (all == 0)
            return (rank, rank);
        double tail = all * (1 - PairedDifference.Level) / 2;
        int low = 1, high = counts.Length - 1;
        for (int below = counts[low]; below <= tail; below += counts[++low])
        {
        }
        for (int above = counts[high]; above <= tail; above += counts[--high])
        {
        }
        return (low, high);
    }
}
