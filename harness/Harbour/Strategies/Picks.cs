using Evaluator.Harbour.Manifest;

namespace Evaluator.Harbour.Strategies;

/// <summary>The containers of the test table that somebody opens, and what is found in them.</summary>
public static class Picks
{
    /// <summary>How many a submission names.</summary>
    public const int Count = 400;

    public static long Kilos(IEnumerable<Container> picks) => picks.Sum(container => container.HasCoke ? (long)container.Kilos : 0);

    /// <summary>The first <see cref="Count"/> by falling <paramref name="score"/>; equal ones in the order of their numbers.</summary>
    public static Container[] Best(IReadOnlyList<Container> test, Func<Container, double> score) =>
        [.. test.OrderByDescending(score).ThenBy(container => container.Number).Take(Count)];
}
