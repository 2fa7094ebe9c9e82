using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Manifest;

/// <summary>A ship, with the containers it holds (TEU): a container is on it in proportion to them. Two belong to the line that smugglers
/// like.</summary>
public sealed record Ship(string Name, int Teu, bool Favoured = false)
{
    public static IReadOnlyList<Ship> All { get; } =
    [
        new("OOCL Hong Kong", 21413),
        new("OOCL Germany", 21413),
        new("OOCL Japan", 21413),
        new("Madrid Maersk", 20568),
        new("Munich Maersk", 20568),
        new("Moscow Maersk", 20568),
        new("MOL Truth", 20182, Favoured: true),
        new("MOL Triumph", 20170, Favoured: true),
        new("COSCO Shipping Universe", 21237),
        new("Ever Golden", 20124),
        new("MSC gulsun", 23756),
        new("MSC Isabella", 23656),
    ];

    internal static Weights Weights { get; } = new([.. All.Select(ship => ship.Teu)]);
}
