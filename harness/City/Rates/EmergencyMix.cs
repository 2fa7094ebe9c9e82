namespace Evaluator.City.Rates;

/// <summary>How the emergencies of the city divide into the contest's types.</summary>
internal static class EmergencyMix
{
    /// <summary>
    /// Share of each type among all emergencies: 12 / 25 / 6 / 57 % (calibration: inferred, the dispatch mix is not published).
    /// </summary>
    public static readonly double[] Shares = [0.12, 0.25, 0.06, 0.57];
}
