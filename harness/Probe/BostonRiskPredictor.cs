using Evaluator.Probe;

/// <summary>
/// The predictor of the self-test (`evaluator sandbox`). It predicts nothing; asked for a month's events it tries what its sandbox should
/// refuse, and prints a line for each promise: its name, "held" or "broken", and what happened, separated by tabs.
/// </summary>
public sealed class BostonRiskPredictor
{
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    /// <param name="BG_ID">What to do: "attempts", "threads", "memory" or "time".</param>
    /// <param name="month">Not used.</param>
    /// <param name="CRMs">Files and folders that must not be read.</param>
    /// <param name="violations">Folders in which, and files to which, nothing must be written.</param>
    /// <param name="permits">The most MiB that fit into the temporary folder.</param>
    /// <param name="emergencies">Not used.</param>
    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        switch (BG_ID)
        {
            case "attempts":
                Attempts.MakeAll(CRMs, violations, int.Parse(permits[0]));
                return 0;
            case "threads":
                Attempts.StartThreads();
                return 0;
            case "memory":
                return Excess.Memory();
            case "time":
                return Excess.Time();
            default:
                throw new ArgumentException($"unknown task {BG_ID}");
        }
    }

    public double[] predict(string BG_ID, int month, string[] locations) => [];
}
