namespace Evaluator.Harness.Fast;

/// <summary>
/// Room for the predictions of a case's months, used again by the next case of a lane. New arrays of 240 KB each time were a quarter of what a
/// case costs the harness, nearly all of it first touches of memory that the collector had just given back.
/// </summary>
internal sealed class PredictionBuffers
{
    private readonly List<double[]> months = [];
    private int taken;

    /// <returns>Exactly this many doubles, with whatever a case before left in them.</returns>
    public Memory<double> Take(int length)
    {
        if (taken == months.Count)
            months.Add([]);
        if (months[taken].Length < length)
            months[taken] = GC.AllocateUninitializedArray<double>(length);
        return months[taken++].AsMemory(0, length);
    }

    /// <summary>All that was taken is free again.</summary>
    public void Reset() => taken = 0;
}
