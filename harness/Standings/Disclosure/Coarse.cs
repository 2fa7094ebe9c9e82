namespace Evaluator.Standings.Disclosure;

/// <summary>
/// Coarse numbers: what depends on closed cases is a channel, so times and sizes come out in steps of 10 % and shares in tenths.
/// </summary>
internal static class Coarse
{
    /// <summary>1.1 to the powers 0 to 24, to three digits: the steps of one decade.</summary>
    private static readonly decimal[] Steps =
    [
        1.00m, 1.10m, 1.21m, 1.33m, 1.46m, 1.61m, 1.77m, 1.95m, 2.14m, 2.36m, 2.59m, 2.85m, 3.14m,
        3.45m, 3.80m, 4.18m, 4.59m, 5.05m, 5.56m, 6.12m, 6.73m, 7.40m, 8.14m, 8.95m, 9.85m,
    ];

    private const decimal Least = 0.001m;

    /// <summary>The next step that is not below the value; 0 stays 0, and what is below 0.001 is 0.001.</summary>
    public static decimal Up(decimal value)
    {
        if (value <= 0)
            return 0;
        for (decimal decade = Least; decade < 1e20m; decade *= 10)
        {
            if (value > decade * 10)
                continue;
            foreach (decimal step in Steps)
            {
                if (step * decade >= value)
                    return step * decade;
            }
            return decade * 10;
        }
        return value;
    }

    /// <summary>All, or the tenth below: 94 of 95 are 0.9 of them.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public static decimal Tenths(decimal share) => Math.Floor(Math.Clamp(share, 0, 1) * 10) / 10;
}
