using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Scorer;

/// <summary>What the predictions of a sample look like.</summary>
public enum SampleValues
{
    SmallRates,
    AroundTheRange,

    /// <summary>Small rates, and here and there, seldom in the first row, a value outside the range or at its edge.</summary>
    SeldomOutside,
    RandomBits,
    AllOutside,
}

/// <summary>A month made up from a seed: streets of uneven sizes, in file order or shuffled, events dense or sparse.</summary>
public sealed record SampleMonth(ActualMonth Actual, double[] Predictions)
{
    private static readonly double[] Edges =
    [
        0.0, -0.0, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, 10, Math.BitIncrement(10.0), Math.BitDecrement(10.0),
        double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 1, -1, 0.1, 9.999,
    ];

    public static SampleMonth Make(int seed, int locations, int days, SampleValues values)
    {
        var random = new Random(seed);
        int[] streets = new int[locations];
        int streetCount = random.Next(1, locations + 1);
        for (int location = 0; location < locations; location++)
            streets[location] = random.Next(streetCount);
        if (random.Next(2) == 0)
            Array.Sort(streets);
        var events = new List<PlacedEvent>();
        double share = random.Next(3) * 0.4;
        for (int location = 0; location < locations; location++)
        {
            while (random.NextDouble() < share)
                events.Add(new PlacedEvent(location, random.Next(days), random.Next(4)));
        }
        var actual = new ActualMonth(new BlockGroupLayout(streets), days, [.. events]);
        double[] predictions = new double[actual.CellCount];
        foreach (ref double prediction in predictions.AsSpan())
            prediction = Value(random, values);
        return new SampleMonth(actual, predictions);
    }

    private static double Value(Random random, SampleValues values) => values switch
    {
        SampleValues.SmallRates => random.NextDouble() * 0.05,
        SampleValues.AroundTheRange => random.Next(4) == 0 ? Edges[random.Next(Edges.Length)] : random.NextDouble() * 12 - 1,
        SampleValues.SeldomOutside => random.Next(2000) == 0 ? Edges[random.Next(Edges.Length)] : random.NextDouble() * 0.05,
        SampleValues.AllOutside => random.Next(2) == 0 ? -random.NextDouble() : 10 + random.NextDouble(),
        _ => NumberFrom(random),
    };

    private static double NumberFrom(Random random)
    {
        double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return double.IsNaN(value) ? 0.5 : value;
    }
}
