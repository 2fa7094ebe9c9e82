/// <summary>
/// A well-behaved predictor that expects nothing; compiled into each fixture, which fills in the hook where it misbehaves. A hook that is
/// not filled in vanishes. (Parts of one class rather than a base class: the methods stand on the class itself, as a competitor's do.)
/// </summary>
public partial class BostonRiskPredictor
{
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs)
    {
        OnSetup(parcels);
        return 0;
    }

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        OnReceiveEvents(BG_ID, month, emergencies);
        return 0;
    }

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        double[] prediction = new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
        OnPredict(BG_ID, month, locations, ref prediction);
        return prediction;
    }

    partial void OnSetup(string[] parcels);

    partial void OnReceiveEvents(string group, int month, string[] emergencies);

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction);
}
