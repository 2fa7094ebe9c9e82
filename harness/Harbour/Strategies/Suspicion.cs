using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Risk;

namespace Evaluator.Harbour.Strategies;

/// <summary>What one can know at best of a container: with the factors of the risk, and with the leak of the travel time.</summary>
internal static class Suspicion
{
    public static double ByModifiers(Container container) => RiskModel.Modifier(container);

    /// <summary>
    /// The probability of coke, given the papers and the days under way (Bayes): a container with coke is late, mostly by a day, and
    /// beyond its country's
    /// longest voyage there is nothing else.
    /// </summary>
    public static double ByModifiersAndTravelTime(Container container)
    {
        double before = RiskModel.Probability(RiskModel.BaseMean, container);
        double with = before * container.Country.Voyage.Share(container.DaysUnderWay, hasCoke: true);
        double without = (1 - before) * container.Country.Voyage.Share(container.DaysUnderWay, hasCoke: false);
        return with == 0 ? 0 : with / (with + without);
    }
}
