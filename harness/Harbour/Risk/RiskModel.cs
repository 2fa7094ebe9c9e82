using Evaluator.Harbour.Manifest;

namespace Evaluator.Harbour.Risk;

/// <summary>
/// How likely a container has coke in it: a base rate of its own times factors of what its papers say. Only + - * of doubles, in one order:
/// the same bits everywhere.
/// </summary>
internal static class RiskModel
{
    public const double BaseMean = 0.003;
    public const double BaseDeviation = 0.0015;

    private const double WhereNegative = 0.003;
    private const double WhereAboveOne = 0.99;

    private static readonly double[] OfMonth = [0.4, 2.2, 2.4, 2.7, 2.7, 2.6, 2.4, 1, 0.4, 0.3, 0.2, 0.3];

    /// <summary>The product of all factors; below 0 at the start of a quiet month.</summary>
    public static double Modifier(in Container container) =>
        container.Country.Modifier * container.Cargo.Modifier * OfDay(container.Arrived) * OfWay(container) * container.Receiver.Modifier;

    /// <summary>The chance that the draw is made with.</summary>
    public static double Probability(double baseRate, in Container container)
    {
        double product = baseRate * Modifier(container);
        return product < 0 ? WhereNegative : product > 1 ? WhereAboveOne : product;
    }

    private static double OfDay(DateOnly arrival)
    {
        double factor = OfMonth[arrival.Month - 1];
        if (arrival.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday)
            factor += 0.1;
        return arrival.Day <= 4 ? factor - 0.3 : factor;
    }

    /// <summary>The colour goes before the stops, the stops before the shipping line.</summary>
    private static double OfWay(in Container container)
    {
        if (container.Colour == ContainerColour.SpaceBlack)
            return 9;
        if (container.Stops != 0)
            return 4;
        return container.Ship.Favoured ? 2 : 0.99;
    }
}
