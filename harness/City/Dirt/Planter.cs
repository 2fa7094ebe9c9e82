using Evaluator.City.Randomness;
using Evaluator.Contest.Lint;

namespace Evaluator.City.Dirt;

/// <summary>Decides row by row which dirt to plant, and counts what was planted. One for each block group and kind of file.</summary>
internal sealed class Planter(DirtRates rates, RandomStream random, PlantedDirt planted)
{
    private RandomStream random = random;

    /// <summary>Whether this row gets that dirt; if so it is counted.</summary>
    public bool Plants(DataFault kind)
    {
        bool plants = random.Chance(rates[kind]); // drawn at a rate of 0 too, so that a switch changes its own kind alone
        if (plants)
            planted.Count(kind);
        return plants;
    }

    /// <summary>One of several dirts that would hide each other; null for a clean row.</summary>
    public DataFault? PlantsOneOf(ReadOnlySpan<DataFault> kinds)
    {
        DataFault? chosen = null;
        foreach (DataFault kind in kinds)
        {
            bool plants = random.Chance(rates[kind]);
            if (plants)
                chosen ??= kind;
        }
        if (chosen is { } one)
            planted.Count(one);
        return chosen;
    }

    public int Below(int n) => random.Below(n);
}
