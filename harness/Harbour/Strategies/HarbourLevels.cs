using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Strategies;

/// <summary>
/// What 400 picks find on one harbour, in kilos, from knowing nothing to knowing all. For the organiser: a competitor above
/// <see cref="WithTheLeak"/> was lucky, or has seen the answers.
/// </summary>
public sealed record HarbourLevels(RandomPicks Random, long Customs, long KnownModifiers, long WithTheLeak, long Perfect)
{
    public static HarbourLevels Measure(IReadOnlyList<Container> test, HarbourSeed seed) => new(
        RandomPicks.Measure(test, seed),
        Picks.Kilos(CustomsPicks.Choose(test, seed)),
        Picks.Kilos(Picks.Best(test, Suspicion.ByModifiers)),
        Picks.Kilos(Picks.Best(test, Suspicion.ByModifiersAndTravelTime)),
        Picks.Kilos(Picks.Best(test, container => container.HasCoke ? container.Kilos : 0)));
}
