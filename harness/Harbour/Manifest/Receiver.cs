using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour.Manifest;

/// <summary>Who gets the container: how often (in percent), and the factor on the risk. A "katvanger" is a straw man.</summary>
public sealed record Receiver(Named Name, int Weight, double Modifier)
{
    private const double Rest = 0.9;

    public static IReadOnlyList<Receiver> All { get; } =
    [
        new(("S. Andman", "K. Vaak"), 1, Rest),
        new(("S Claus", "S Klaas"), 1, Rest),
        new(("S Trawman", "K Atvanger"), 6, 10),
        new(("Global middleman Ltd", "Global middleman BV"), 20, Rest),
        new(("Tax Haven Ltd", "Steuerhinterziehung GmbH"), 20, Rest),
        new(("A Capone", "R Taghi"), 5, Rest),
        new(("Unknown", "Onbekend"), 35, Rest),
        new(("X. Mas", "K. Erstman"), 2, Rest),
        new(("Sandbox Inc", "zandbak Inc"), 10, Rest),
    ];

    internal static Weights Weights { get; } = new([.. All.Select(receiver => receiver.Weight)]);
}
