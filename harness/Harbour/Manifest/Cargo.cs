using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Manifest;

/// <summary>What is in a container, as its papers say: how often (in tenths of a percent), the factor on the risk, whether it is
/// cooled.</summary>
public sealed record Cargo(Named Name, int Weight, double Modifier, bool Cooled, bool FruitOrVegetable = false)
{
    private const double Rest = 0.75;

    public static IReadOnlyList<Cargo> All { get; } =
    [
        new("Fruit", 50, 2, Cooled: true, FruitOrVegetable: true),
        new(("Meat", "Vlees en vleeswaren"), 20, 1.75, Cooled: true),
        new(("Fish", "Vis"), 10, Rest, Cooled: true),
        new(("Non-food", "Niet-voedsel"), 10, Rest, Cooled: true),
        new(("Other food", "Overig voedsel"), 5, Rest, Cooled: true),
        new(("Vegetables", "Groente"), 5, Rest, Cooled: true, FruitOrVegetable: true),
        new("Machines", 70, Rest, Cooled: false),
        new(("Other", "Overige"), 100, Rest, Cooled: false),
        new(("Waste", "Afval"), 200, 1.5, Cooled: false),
        new(("Chemicals", "Chemie"), 100, Rest, Cooled: false),
        new(("Building materials", "Bouwmaterialen"), 40, Rest, Cooled: false),
        new(("Oil products", "Olieproducten"), 60, Rest, Cooled: false),
        new(("Wood and textiles", "Hout en Textiel"), 210, Rest, Cooled: false),
        new(("Groceries", "Levensmiddelen"), 90, Rest, Cooled: false),
        new(("Electronics", "Elektronica"), 30, Rest, Cooled: false),
    ];

    internal static Weights Weights { get; } = new([.. All.Select(cargo => cargo.Weight)]);
}
