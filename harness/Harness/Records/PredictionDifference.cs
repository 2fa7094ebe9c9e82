using System.Runtime.InteropServices;
using Evaluator.Contest.Calls;

namespace Evaluator.Harness.Records;

/// <summary>Where two answers to the same questions first differ, in bits.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Location">The location's identifier.</param>
/// <param name="LocationIndex">Its index in the call, from 0.</param>
/// <param name="Day">From 1.</param>
/// <param name="Type">0 disorder, 1 medical, 2 violent, 3 other.</param>
/// <param name="Differing">How many values of all months differ.</param>
public sealed record PredictionDifference(
    int Month, string Location, int LocationIndex, int Day, int Type, double Recorded, double Replayed, long Differing)
{
    /// <returns>Null where all bits are the same.</returns>
    internal static PredictionDifference? First(
        IReadOnlyList<double[]> recorded, IReadOnlyList<double[]> replayed, CallingSequence sequence, IReadOnlyList<string> locations)
    {
        PredictionDifference? first = null;
        long differing = 0;
        for (int i = 0; i < recorded.Count; i++)
        {
            ReadOnlySpan<long> then = MemoryMarshal.Cast<double, long>(recorded[i]);
            ReadOnlySpan<long> now = MemoryMarshal.Cast<double, long>(replayed[i]);
            int month = sequence.PredictedMonths[i];
            int row = ContestYear.DaysIn(month) * 4;
            for (int at = then.CommonPrefixLength(now); at < Math.Min(then.Length, now.Length); at++)
            {
                if (then[at] == now[at])
                    continue;
                differing++;
                first ??= new PredictionDifference(
                    month, locations[at / row], at / row, at % row / 4 + 1, at % 4, BitConverter.Int64BitsToDouble(then[at]),
                    BitConverter.Int64BitsToDouble(now[at]), 0);
            }
        }
        return first is null ? null : first with { Differing = differing };
    }
}
