namespace Evaluator.Challenges;

/// <summary>How coarse a ladder is.</summary>
/// <param name="Step">The grid, as a share of the baseline's score; also the least improvement, as a share of the best mean.</param>
/// <param name="Errors">The least improvement in standard errors of the paired difference: 2.367 is Student's t at 0.01 for 95
/// cases.</param>
public sealed record LadderSettings(decimal Step, decimal Errors)
{
    public static LadderSettings Usual { get; } = new(0.005m, 2.367m);
}
