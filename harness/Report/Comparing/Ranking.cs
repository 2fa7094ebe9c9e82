namespace Evaluator.Report.Comparing;

/// <summary>Several runs by score, with the groups of those that can't be told apart.</summary>
/// <param name="Runs">Best first.</param>
/// <param name="Groups">One string of letters a run, in the same order. Runs that share a letter are not distinguishable.</param>
/// <param name="Pairs">Every pair's comparison: <c>First</c> is ranked above <c>Second</c>.</param>
public sealed record Ranking(IReadOnlyList<ScoredRun> Runs, IReadOnlyList<string> Groups, IReadOnlyList<RankedPair> Pairs)
{
    public static Ranking Of(IReadOnlyList<ScoredRun> runs, ulong seed = PairedDifference.DefaultSeed)
    {
        ScoredRun[] ranked = [.. runs.OrderByDescending(run => run.Score).ThenBy(run => run.Folder, StringComparer.Ordinal)];
        var pairs = new List<RankedPair>();
        for (int first = 0; first < ranked.Length; first++)
        {
            for (int second = first + 1; second < ranked.Length; second++)
                pairs.Add(new RankedPair(first, second, PairedDifference.Of(ranked[0].Cases, ranked[second].CaseScores, ranked[first].CaseScores, seed), 1));
        }
        Adjust(pairs);
        return new Ranking(ranked, Letters(ranked.Length, pairs), pairs);
    }

    /// <summary>Holm (1979): the smallest of m p-values counts m times, the next m − 1 times, and none less than one before it.</summary>
    private static void Adjust(List<RankedPair> pairs)
    {
        double least = 0;
        int left = pairs.Count;
        foreach (int i in Enumerable.Range(0, pairs.Count).OrderBy(i => pairs[i].Difference.PValue).ToList())
        {
            least = Math.Max(least, Math.Min(1, pairs[i].Difference.PValue * left--));
            pairs[i] = pairs[i] with { AdjustedPValue = least };
        }
    }

    /// <summary>
    /// Insert and absorb (Piepho 2004): one group to begin with; a pair that differs splits each group that holds both, and groups inside
    /// others are dropped.
    /// </summary>
    internal static IReadOnlyList<string> Letters(int runs, IReadOnlyList<RankedPair> pairs)
    {
        List<HashSet<int>> groups = [[.. Enumerable.Range(0, runs)]];
        foreach (RankedPair pair in pairs.Where(pair => pair.IsDistinguishable))
        {
            foreach (HashSet<int> group in groups.Where(group => group.Contains(pair.First) && group.Contains(pair.Second)).ToList())
            {
                groups.Remove(group);
                foreach (int leftOut in (int[])[pair.Second, pair.First])
                {
                    HashSet<int> part = [.. group.Where(run => run != leftOut)];
                    if (!groups.Any(part.IsSubsetOf))
                        groups.Add(part);
                }
            }
        }
        List<HashSet<int>> ordered = [.. groups.OrderBy(group => group.Min()).ThenBy(group => group.Max())];
        return [.. Enumerable.Range(0, runs).Select(run => string.Concat(ordered.Select((group, i) => group.Contains(run) ? Letter(i) : "")))];
    }

    private static string Letter(int index) => index < 26 ? ((char)('a' + index)).ToString() : $"({index + 1})";
}
