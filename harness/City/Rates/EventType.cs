namespace Evaluator.City.Rates;

/// <summary>The four types of the contest, in the order of a prediction's innermost index.</summary>
public static class EventType
{
    public const int Disorder = 0;
    public const int Medical = 1;
    public const int Violent = 2;
    public const int Other = 3;
    public const int Count = 4;

    /// <summary>Share of each among all emergencies: 12 / 25 / 6 / 57 % (calibration: inferred, the dispatch mix is not published).</summary>
    public static readonly double[] Shares = [0.12, 0.25, 0.06, 0.57];
}
