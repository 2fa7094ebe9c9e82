// expect: Accepted
// Clears an array of setup, which is its own, changes the last row of another, and fails where either was done before.

public class BostonRiskPredictor
{
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs)
    {
        if (censusBlockGroups.Length == 0 || Array.Exists(censusBlockGroups, row => row is null))
            throw new InvalidOperationException("these are not the block groups");
        if (streetSegments[^1] is null)
            throw new InvalidOperationException("this is not the last street");
        Array.Clear(censusBlockGroups);
        streetSegments[^1] = null!;
        return 0;
    }

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations) =>
        new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
}
