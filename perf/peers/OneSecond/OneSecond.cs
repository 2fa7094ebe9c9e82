using System;

// Takes a second of CPU time in its first month's prediction, and predicts nothing: a run of it should take little more than those seconds.
public class BostonRiskPredictor
{
    private bool burnt;

    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        TimeSpan until = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(1);
        while (!burnt && Environment.CpuUsage.TotalTime < until) { }
        burnt = true;
        return new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
    }
}
