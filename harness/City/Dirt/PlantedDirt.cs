using Evaluator.Contest.Lint;

namespace Evaluator.City.Dirt;

/// <summary>How many of each kind of dirt were planted.</summary>
public sealed class PlantedDirt
{
    private readonly long[] counts = new long[Enum.GetValues<DataFault>().Length];

    public long this[DataFault kind] => counts[(int)kind];

    public void Count(DataFault kind) => counts[(int)kind]++;

    public void Add(PlantedDirt other)
    {
        for (int i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    /// <summary>A table of kind and count, tab-separated: what is written beside the package.</summary>
    public string ToTable() =>
        "fault\tplanted\n" + string.Concat(DirtRates.Kinds.Order().Select(kind => $"{kind}\t{this[kind]}\n"));
}
