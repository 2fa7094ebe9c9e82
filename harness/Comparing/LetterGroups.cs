namespace Evaluator.Comparing;

/// <summary>Groups of entrants that can't be told apart, as letters: two share one exactly when they do not differ.</summary>
internal static class LetterGroups
{
    /// <summary>
    /// Insert and absorb (Piepho 2004): one group to begin with; a pair that differs splits each group that holds both, and groups inside
    /// others are dropped.
    /// </summary>
    /// <param name="entrants">How many there are.</param>
    /// <param name="pairs">The comparisons, by the entrants' numbers.</param>
    /// <returns>One string of letters an entrant.</returns>
    public static IReadOnlyList<string> Of(int entrants, IReadOnlyList<RankedPair> pairs)
    {
        List<HashSet<int>> groups = [[.. Enumerable.Range(0, entrants)]];
        foreach (RankedPair pair in pairs.Where(pair => pair.IsDistinguishable))
        {
            foreach (HashSet<int> group in groups.Where(group => group.Contains(pair.First) && group.Contains(pair.Second)).ToList())
            {
                groups.Remove(group);
                foreach (int leftOut in (int[])[pair.Second, pair.First])
                {
                    HashSet<int> part = [.. group.Where(entrant => entrant != leftOut)];
                    if (!groups.Any(part.IsSubsetOf))
                        groups.Add(part);
                }
            }
        }
        List<HashSet<int>> ordered = [.. groups.OrderBy(group => group.Min()).ThenBy(group => group.Max())];
        return [.. Enumerable.Range(0, entrants)
            .Select(entrant => string.Concat(ordered.Select((group, i) => group.Contains(entrant) ? Letter(i) : "")))];
    }

    private static string Letter(int index) => index < 26 ? ((char)('a' + index)).ToString() : $"({index + 1})";
}
