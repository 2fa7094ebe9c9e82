using Evaluator.Challenges;

namespace Evaluator.Standings.Ladders;

/// <summary>Where every team's ladder starts: the baseline's values case by case, and the grid that follows from their mean.</summary>
public sealed class LadderStart
{
    private LadderStart(double[] cases, Direction direction, LadderSettings settings)
    {
        Cases = cases;
        Direction = direction;
        Settings = settings;
        Mean = Ladder.MeanOf(cases);
        Step = (double)settings.Step * Math.Abs(Mean);
    }

    /// <summary>The baseline's values.</summary>
    public double[] Cases { get; }

    public Direction Direction { get; }

    public LadderSettings Settings { get; }

    public double Mean { get; }

    /// <summary>The grid's width, in units of the column.</summary>
    public double Step { get; }

    /// <param name="reason">Why there can be no ladder, where the answer is null.</param>
    public static LadderStart? Of(double[]? baseline, Direction direction, LadderSettings settings, out string? reason)
    {
        reason = baseline switch
        {
            null => "the phase has no baseline with values case by case to start at",
            { Length: < 2 } => "the baseline has fewer than two cases, so there is no paired difference to judge",
            _ when Ladder.MeanOf(baseline) == 0 => "the baseline's mean is 0, so a grid in percent of it does not exist",
            _ => null,
        };
        return reason is null ? new LadderStart(baseline!, direction, settings) : null;
    }

    /// <summary>How many steps a mean lies above the baseline (below it: negative), to the nearest; halves to the even one.</summary>
    public long StepsOf(double mean) => (long)Math.Round((mean - Mean) / Step, MidpointRounding.ToEven);

    /// <summary>The mean that is shown for so many steps.</summary>
    public double Released(long steps) => Mean + steps * Step;
}
