using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;
using Evaluator.Harbour.Risk;

namespace Evaluator.Harbour;

/// <summary>
/// Draws a harbour (the model is in MODEL.md). What a container draws depends on the seed and its place alone, so containers are drawn in
/// parallel; what needs all of them (the rare colour, the kilos, numbers, the split) follows in one thread.
/// </summary>
internal sealed class HarbourGenerator
{
    private const int FlagCount = 4;
    private const int PlainColours = ContainerColour.SpaceBlack;
    private const int LeastTenths = 29_000, MostTenths = 145_000;
    private const int DaysOf2019 = 365;

    private static readonly Weights TeuWeights = new(2, 8);
    private static readonly Weights StopWeights = new(1000, 10, 1);
    private static readonly DateOnly NewYear = new(2019, 1, 1);

    private readonly HarbourOptions options;
    private readonly CancellationToken cancel;
    private readonly double[] baseRates;
    private readonly Container[] containers;

    private HarbourGenerator(HarbourOptions options, CancellationToken cancel)
    {
        (this.options, this.cancel) = (options, cancel);
        baseRates = new double[options.Containers];
        containers = new Container[options.Containers];
    }

    /// <summary>All containers of the year, in the order of their numbers.</summary>
    public static Container[] Draw(HarbourOptions options, CancellationToken cancel = default)
    {
        var generator = new HarbourGenerator(options, cancel);
        generator.ForEach(generator.DrawPapers);
        generator.PaintSpaceBlack();
        generator.RaiseBaseRates();
        generator.ForEach(generator.DrawCoke);
        generator.WeighCoke();
        generator.Number();
        generator.SplitOff(hasCoke: true, generator.TestCount(hasCoke: true));
        generator.SplitOff(hasCoke: false, generator.TestCount(hasCoke: false));
        return generator.containers;
    }

    private void DrawPapers(int place)
    {
        var random = new SecretStream(options.Seed, Purpose.Base, place);
        baseRates[place] = RiskModel.BaseMean + RiskModel.BaseDeviation * random.Normal();
        random = new SecretStream(options.Seed, Purpose.Container, place);
        containers[place] = new Container
        {
            CountryIndex = (byte)Country.Weights.Draw(ref random),
            CargoIndex = (byte)Cargo.Weights.Draw(ref random),
            Arrived = NewYear.AddDays(random.Below(DaysOf2019)),
            Teu = (byte)(1 + TeuWeights.Draw(ref random)),
            WeightInTenths = (int)Math.Floor(LeastTenths + (MostTenths - LeastTenths) * random.Unit() + 0.5),
            ShipIndex = (byte)Ship.Weights.Draw(ref random),
            Stops = (byte)StopWeights.Draw(ref random),
            FlagIndex = (byte)random.Below(FlagCount),
            Colour = (byte)random.Below(PlainColours),
            ReceiverIndex = (byte)Receiver.Weights.Draw(ref random),
        };
    }

    /// <summary>Exactly 0.3 % of all, rounded up.</summary>
    private void PaintSpaceBlack()
    {
        int[] order = [.. Enumerable.Range(0, containers.Length)];
        new SecretStream(options.Seed, Purpose.SpaceBlack).Shuffle<int>(order);
        foreach (int place in order.AsSpan(0, (containers.Length * 3 + 999) / 1000))
            containers[place] = containers[place] with { Colour = ContainerColour.SpaceBlack };
    }

    /// <summary>Base rates below 0 become the smallest one above.</summary>
    private void RaiseBaseRates()
    {
        double smallest = baseRates.Where(rate => rate > 0).Min();
        for (int i = 0; i < baseRates.Length; i++)
            baseRates[i] = Math.Max(baseRates[i], smallest);
    }

    private void DrawCoke(int place)
    {
        Container container = containers[place];
        bool hasCoke = new SecretStream(options.Seed, Purpose.Coke, place).Chance(RiskModel.Probability(baseRates[place], container));
        var random = new SecretStream(options.Seed, Purpose.TravelTime, place);
        int days = container.Country.Voyage.Draw(ref random, hasCoke);
        containers[place] = container with { HasCoke = hasCoke, Loaded = container.Arrived.AddDays(-days) };
    }

    /// <summary>Three quarters are small finds, 21 kg times Beta(2, 5); the rest is around 21 kg, deviation 5.</summary>
    private void WeighCoke()
    {
        int[] finds = Places(hasCoke: true);
        new SecretStream(options.Seed, Purpose.KilosOrder).Shuffle<int>(finds);
        int small = finds.Length * 3 / 4;
        for (int i = 0; i < finds.Length; i++)
        {
            var random = new SecretStream(options.Seed, Purpose.Kilos, finds[i]);
            double kilos = i < small ? 21 * random.BetaTwoFive() : 21 + 5 * random.Normal();
            containers[finds[i]] = containers[finds[i]] with { Kilos = (byte)Math.Max(0, Math.Floor(kilos + 0.5)) };
        }
    }

    /// <summary>In the order of loading, then of the country's name in the original tables: the numbers are the same in both
    /// languages.</summary>
    private void Number()
    {
        byte[] rank = new byte[Country.All.Count];
        int[] alphabetic = [.. Enumerable.Range(0, rank.Length).OrderBy(i => Country.All[i].Name.Dutch, StringComparer.Ordinal)];
        for (int i = 0; i < alphabetic.Length; i++)
            rank[alphabetic[i]] = (byte)i;
        long[] keys = new long[containers.Length]; // day, country, place: no two are equal
        for (int i = 0; i < keys.Length; i++)
            keys[i] = ((long)containers[i].Loaded.DayNumber << 40) | ((long)rank[containers[i].CountryIndex] << 32) | (uint)i;
        Array.Sort(keys, containers);
        for (int i = 0; i < containers.Length; i++)
            containers[i] = containers[i] with { Number = i + 1 };
    }

    private void SplitOff(bool hasCoke, int count)
    {
        int[] places = Places(hasCoke);
        new SecretStream(options.Seed, Purpose.Split, hasCoke ? 1 : 0).Shuffle<int>(places);
        foreach (int place in places.AsSpan(0, count))
            containers[place] = containers[place] with { IsTest = true };
    }

    /// <summary>A fifth of all is the test table, and a fifth of the finds is in it.</summary>
    private int TestCount(bool hasCoke)
    {
        int finds = Places(hasCoke: true).Length / 5;
        return hasCoke ? finds : containers.Length / 5 - finds;
    }

    private int[] Places(bool hasCoke) => [.. Enumerable.Range(0, containers.Length).Where(place => containers[place].HasCoke == hasCoke)];

    private void ForEach(Action<int> work) =>
        Parallel.For(
            0, containers.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel }, work);
}
