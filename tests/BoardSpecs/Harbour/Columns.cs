using Evaluator.Harbour.Manifest;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>Counts of the values of a column.</summary>
internal static class Columns
{
    /// <summary>The columns of words and small numbers, each with how many values it has.</summary>
    public static IReadOnlyList<(string Name, int Values, Func<Container, int> Of)> Countable { get; } =
    [
        ("land_van_afkomst", Country.All.Count, container => container.CountryIndex),
        ("lading", Cargo.All.Count, container => container.CargoIndex),
        ("TUE", 2, container => container.Teu - 1),
        ("ship", Ship.All.Count, container => container.ShipIndex),
        ("stops_in_between", 3, container => container.Stops),
        ("ship_flag", ShipFlag.All.Count, container => container.FlagIndex),
        ("containercolor", ContainerColour.All.Count, container => container.Colour),
        ("ontvanger_container", Receiver.All.Count, container => container.ReceiverIndex),
        ("arrival_date", 365, container => container.Arrived.DayOfYear - 1),
    ];

    public static int[] Count(IEnumerable<Container> containers, int values, Func<Container, int> of)
    {
        int[] counts = new int[values];
        foreach (Container container in containers)
            counts[of(container)]++;
        return counts;
    }

    public static double[] Weights(IEnumerable<Container> containers) =>
        [.. containers.Select(container => container.WeightInTenths / 10.0)];
}
