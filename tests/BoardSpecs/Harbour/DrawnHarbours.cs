using System.Collections.Concurrent;
using Evaluator.Harbour;
using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>
/// The harbours that the model is measured on: one of 60,000 containers in every test run, five of 400,000 in the soak. Their seeds are
/// fixed, so that a limit that holds once holds always.
/// </summary>
public static class DrawnHarbours
{
    private static readonly ConcurrentDictionary<int, Container[]> Drawn = new();

    public static bool IsSoak { get; } = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1";

    public static int Containers => IsSoak ? 400_000 : 60_000;

    public static TheoryData<int> Seeds => IsSoak ? [1, 2, 3, 4, 5] : [1];

    public static HarbourSeed SeedOf(int seed) => HarbourSeed.Parse(seed.ToString("x", System.Globalization.CultureInfo.InvariantCulture));

    public static Container[] Of(int seed) =>
        Drawn.GetOrAdd(seed, static seed => HarbourGenerator.Draw(new HarbourOptions { Seed = SeedOf(seed), Containers = Containers }));
}
