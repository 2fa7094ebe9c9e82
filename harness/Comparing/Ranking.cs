namespace Evaluator.Comparing;

/// <summary>Several entrants, best first, with the groups of those that can't be told apart.</summary>
/// <param name="Groups">One string of letters an entrant, best first. Entrants that share a letter are not distinguishable.</param>
/// <param name="Pairs">Every pair's comparison: <c>First</c> is ranked above <c>Second</c>.</param>
public sealed record Ranking(IReadOnlyList<string> Groups, IReadOnlyList<RankedPair> Pairs)
{
    /// <summary>Compares each with each.</summary>
    /// <param name="cases">The cases that all played, by name.</param>
    /// <param name="ranked">Each entrant's scores of these cases; the entrants best first.</param>
    /// <param name="seed">The same seed gives the same figures.</param>
    public static Ranking Of(IReadOnlyList<string> cases, IReadOnlyList<double[]> ranked, ulong seed = PairedDifference.DefaultSeed)
    {
        var pairs = new List<(int First, int Second, PairedDifference Difference)>();
        for (int first = 0; first < ranked.Count; first++)
        {
            for (int second = first + 1; second < ranked.Count; second++)
                pairs.Add((first, second, PairedDifference.Of(cases, ranked[second], ranked[first], seed)));
        }
        double[] adjusted = Holm.Adjusted([.. pairs.Select(pair => pair.Difference.PValue)]);
        RankedPair[] compared = [.. pairs.Select((pair, i) => new RankedPair(pair.First, pair.Second, pair.Difference, adjusted[i]))];
        return new Ranking(LetterGroups.Of(ranked.Count, compared), compared);
    }
}
