using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Manifest;

/// <summary>A country that containers come from: how often (in hundredths of China's 51 = 5100), the factor on the risk, the days of a
/// voyage.</summary>
public sealed record Country(Named Name, int Weight, double Modifier, Voyage Voyage, bool SouthAmerican = false)
{
    private const double Rest = 0.99;

    public static IReadOnlyList<Country> All { get; } =
    [
        new("USA", 200, Rest, Voyage.NorthAmerica),
        new("Mexico", 100, Rest, Voyage.NorthAmerica),
        new("Canada", 200, Rest, Voyage.NorthAmerica),
        new("Costa Rica", 20, Rest, Voyage.SouthAndMiddleAmerica),
        new("Guatemala", 30, Rest, Voyage.SouthAndMiddleAmerica),
        new("Nicaragua", 100, Rest, Voyage.SouthAndMiddleAmerica),
        new("Panama", 100, Rest, Voyage.SouthAndMiddleAmerica),
        new("El Salvador", 50, Rest, Voyage.SouthAndMiddleAmerica),
        SouthAmerica(("Argentina", "Argentinia"), 100, Rest),
        SouthAmerica("Bolivia", 100, 0.7),
        SouthAmerica(("Chile", "Chili"), 100, 0.7),
        SouthAmerica("Colombia", 100, 3.5),
        SouthAmerica("Ecuador", 100, 3.5),
        SouthAmerica("Paraguay", 100, Rest),
        SouthAmerica("Peru", 100, 3.5),
        SouthAmerica("Suriname", 100, 3.5),
        SouthAmerica("Brazil", 175, Rest),
        SouthAmerica("Guyana", 25, 0.7),
        SouthAmerica("Uruguay", 50, Rest),
        SouthAmerica("Venezuela", 50, 3.5),
        new("Norway", 50, Rest, Voyage.NorthSea),
        new("United Kingdom", 50, Rest, Voyage.NorthSea),
        new("South Africa", 50, Rest, Voyage.Africa),
        new(("Kenya", "Kenia"), 50, Rest, Voyage.Africa),
        new("Tanzania", 50, Rest, Voyage.Africa),
        new("Nigeria", 50, Rest, Voyage.Africa),
        new(("Egypt", "Egypte"), 50, Rest, Voyage.Africa),
        new("Namibia", 50, Rest, Voyage.Africa),
        new("China", 5100, Rest, Voyage.Asia),
        new("India", 500, Rest, Voyage.Asia),
        new("Vietnam", 300, Rest, Voyage.Asia),
        new("Indonesia", 200, Rest, Voyage.Asia),
        new("Bangladesh", 200, Rest, Voyage.Asia),
        new("Japan", 900, Rest, Voyage.FarEast),
        new("South Korea", 500, Rest, Voyage.FarEast),
    ];

    internal static Weights Weights { get; } = new([.. All.Select(country => country.Weight)]);

    private static Country SouthAmerica(Named name, int weight, double modifier) =>
        new(name, weight, modifier, Voyage.SouthAndMiddleAmerica, SouthAmerican: true);
}
