namespace Evaluator.Comparing;

/// <summary>
/// A long ranking in brackets: neighbours whose difference may be chance share one. Each is compared with the next alone, so that a field
/// of hundreds takes hundreds of tests and not tens of thousands; the two ends of a long bracket may well differ.
/// </summary>
/// <param name="Numbers">The bracket of each entrant, best first, counted from 1.</param>
/// <param name="Neighbours">Each with the one below it; Holm's p-values are over these.</param>
public sealed record TieBrackets(IReadOnlyList<int> Numbers, IReadOnlyList<RankedPair> Neighbours)
{
    /// <param name="cases">The cases that all played, by name.</param>
    /// <param name="ranked">Each entrant's scores of these cases; the entrants best first.</param>
    /// <param name="seed">The same seed gives the same figures.</param>
    public static TieBrackets Of(IReadOnlyList<string> cases, IReadOnlyList<double[]> ranked, ulong seed = PairedDifference.DefaultSeed)
    {
        PairedDifference[] differences =
            [.. Enumerable.Range(0, Math.Max(0, ranked.Count - 1)).Select(i => PairedDifference.Of(cases, ranked[i + 1], ranked[i], seed))];
        double[] adjusted = Holm.Adjusted([.. differences.Select(difference => difference.PValue)]);
        RankedPair[] neighbours = [.. differences.Select((difference, i) => new RankedPair(i, i + 1, difference, adjusted[i]))];
        int[] numbers = new int[ranked.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = i == 0 ? 1 : numbers[i - 1] + (neighbours[i - 1].IsDistinguishable ? 1 : 0);
        return new TieBrackets(numbers, neighbours);
    }
}
