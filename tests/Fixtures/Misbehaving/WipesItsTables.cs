// expect: Accepted
// Clears an array of setup, which is its own, and fails where it was cleared before.

public class BostonRiskPredictor
{
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs)
    {
        if (censusBlockGroups.Length == 0 || Array.Exists(censusBlockGroups, row => row is null))
            throw new InvalidOperationException("these are not the block groups");
        Array.Clear(censusBlockGroups);
        return 0;
    }

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations) =>
        new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
}
