using Evaluator.City.Dirt;

namespace Evaluator.City;

/// <summary>What city is generated. Everything but <see cref="Threads"/> decides the bytes that are written.</summary>
public sealed record CityOptions
{
    public const int FewestBlockGroups = 5;
    public const int MostBlockGroups = 5_000;

    public ulong Seed { get; init; } = 2011;

    /// <summary>At least the five of the example set; 544 is Boston.</summary>
    public int BlockGroups { get; init; } = 544;

    public DirtRates Dirt { get; init; } = DirtRates.AsSeen;

    public int Threads { get; init; } = Environment.ProcessorCount;
}
