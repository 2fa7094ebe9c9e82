/// <summary>
/// Expects nothing anywhere. Its score is the floor that every other predictor has to clear, and its time is what a case costs at least.
/// </summary>
public class BostonRiskPredictor
{
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies) => 0;

    public double[] predict(string BG_ID, int month, string[] locations) =>
        new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
}
