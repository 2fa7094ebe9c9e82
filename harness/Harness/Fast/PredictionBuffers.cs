namespace Evaluator.Harness.Fast;

/// <summary>
/// Room for the predictions of a case's months, used again by the next case of a lane. New arrays of 240 KB each time were a quarter of
/// what a case costs the harness, nearly all of it first touches of memory that the collector had just given back.
/// </summary>
internal sealed class PredictionBuffers
{
    private readonly List<double[]> arrays = [];
    private readonly List<Memory<double>> months = [];

    /// <summary>Of the case's predicted month of that index.</summary>
    public ReadOnlyMemory<double> Month(int index) => months[index];

    /// <summary>Room for the next month.</summary>
    /// <returns>Exactly this many doubles, with whatever a case before left in them.</returns>
    public Memory<double> Take(int length)
    {
        if (months.Count == arrays.Count)
            arrays.Add([]);
        int month = months.Count;
        if (arrays[month].Length < length)
            arrays[month] = GC.AllocateUninitializedArray<double>(length);
        months.Add(arrays[month].AsMemory(0, length));
        return months[^1];
    }

    /// <summary>All that was taken is free again.</summary>
    public void Reset() => months.Clear();
}
