using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Strategies;

/// <summary>
/// The customs' own risk analysis, the baseline of the contest: South American fruit and vegetables, those with stops first, then the
/// heaviest, up to
/// 300; the rest at random.
/// </summary>
internal static class CustomsPicks
{
    private const int ByRisk = 300;

    public static Container[] Choose(IReadOnlyList<Container> test, HarbourSeed seed)
    {
        Container[] byRisk =
        [
            .. test.Where(container => container.Country.SouthAmerican && container.Cargo.FruitOrVegetable)
                .OrderByDescending(container => container.Stops).ThenByDescending(container => container.WeightInTenths)
                .ThenBy(container => container.Number)
                .Take(ByRisk),
        ];
        Container[] others = [.. test.Except(byRisk)];
        new SecretStream(seed, Purpose.Customs).Shuffle<Container>(others);
        return [.. byRisk, .. others.Take(Picks.Count - byRisk.Length)];
    }
}
