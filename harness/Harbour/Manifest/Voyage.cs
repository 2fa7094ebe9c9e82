using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Manifest;

/// <summary>How many days a ship is under way: a uniform number between the two, rounded, so that the first and the last have half a
/// share.</summary>
public readonly record struct Voyage(int Fewest, int Most)
{
    /// <summary>Days that a container with coke takes longer: 0, 1 or 2, in hundredths. The leak of this contest, on purpose.</summary>
    private static readonly Weights Delay = new(20, 75, 5);

    public static Voyage SouthAndMiddleAmerica { get; } = new(16, 20);

    public static Voyage NorthAmerica { get; } = new(10, 13);

    public static Voyage NorthSea { get; } = new(1, 2);

    public static Voyage Africa { get; } = new(15, 25);

    public static Voyage Asia { get; } = new(19, 35);

    public static Voyage FarEast { get; } = new(42, 52);

    public int Draw(ref SecretStream random, bool hasCoke)
    {
        int days = (int)Math.Floor(Fewest + (Most - Fewest) * random.Unit() + 0.5);
        return hasCoke ? days + Delay.Draw(ref random) : days;
    }

    /// <summary>The probability of a voyage of that many days.</summary>
    public double Share(int days, bool hasCoke)
    {
        if (!hasCoke)
            return days < Fewest || days > Most ? 0 : (days == Fewest || days == Most ? 0.5 : 1) / (Most - Fewest);
        double share = 0;
        for (int delay = 0; delay < Delay.Count; delay++)
            share += Delay.Share(delay) * Share(days - delay, hasCoke: false);
        return share;
    }
}
