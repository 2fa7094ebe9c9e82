using System;
using System.Globalization;
using System.Runtime;

// Predicts nothing, and at its last call prints what the runtime around it has done: the part of the budget that only a predictor can see.
public class BostonRiskPredictor
{
    private readonly double compiledBefore = JitInfo.GetCompilationTime().TotalMilliseconds;

    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        if (month == 12)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{compiledBefore:F2} {JitInfo.GetCompilationTime().TotalMilliseconds:F2} {JitInfo.GetCompiledMethodCount()} "
                    + $"{GC.GetTotalPauseDuration().TotalMilliseconds:F2}"));
        }
        return new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
    }
}
