namespace Evaluator.Harbour.Manifest;

/// <summary>
/// One container that arrived in 2019. Country, cargo, ship, flag, colour and receiver are places in their lists; the weight is in tenths
/// of a
/// kilogram, a whole number, so that no floating-point text gets into a table.
/// </summary>
public readonly record struct Container
{
    /// <summary>From 1, in the order of loading.</summary>
    public int Number { get; init; }

    public DateOnly Loaded { get; init; }

    public DateOnly Arrived { get; init; }

    public byte CountryIndex { get; init; }

    public byte CargoIndex { get; init; }

    /// <summary>1 or 2.</summary>
    public byte Teu { get; init; }

    public int WeightInTenths { get; init; }

    public byte ShipIndex { get; init; }

    public byte Stops { get; init; }

    public byte FlagIndex { get; init; }

    public byte Colour { get; init; }

    public byte ReceiverIndex { get; init; }

    public bool HasCoke { get; init; }

    /// <summary>Rounded: 0 also for the smallest finds.</summary>
    public byte Kilos { get; init; }

    /// <summary>In the test table, its answer secret.</summary>
    public bool IsTest { get; init; }

    public Country Country => Country.All[CountryIndex];

    public Cargo Cargo => Cargo.All[CargoIndex];

    public Ship Ship => Ship.All[ShipIndex];

    public Receiver Receiver => Receiver.All[ReceiverIndex];

    public int DaysUnderWay => Arrived.DayNumber - Loaded.DayNumber;

    public string Id => $"gcn79{Number:D6}";
}
