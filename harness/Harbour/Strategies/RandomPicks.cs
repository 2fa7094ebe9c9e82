using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Strategies;

/// <summary>What opening 400 containers at random finds: the mean, exactly, and the range of 90 % of draws, by drawing.</summary>
public sealed record RandomPicks(double MeanKilos, int FivePercentKilos, int NinetyFivePercentKilos)
{
    private const int Draws = 10_000;

    public static RandomPicks Measure(IReadOnlyList<Container> test, HarbourSeed seed)
    {
        int[] kilos = [.. test.Select(container => container.HasCoke ? container.Kilos : 0)];
        var random = new SecretStream(seed, Purpose.RandomPicks);
        int[] found = new int[Draws];
        for (int draw = 0; draw < Draws; draw++)
            found[draw] = DrawOnce(kilos, ref random);
        Array.Sort(found);
        return new RandomPicks((double)kilos.Sum() * Picks.Count / kilos.Length, found[Draws / 20], found[Draws - Draws / 20]);
    }

    /// <summary>Leaves the kilos in another order, which is as good a start for the next draw.</summary>
    private static int DrawOnce(int[] kilos, ref SecretStream random)
    {
        int sum = 0;
        for (int i = 0; i < Picks.Count; i++)
        {
            int other = i + random.Below(kilos.Length - i);
            (kilos[i], kilos[other]) = (kilos[other], kilos[i]);
            sum += kilos[i];
        }
        return sum;
    }
}
