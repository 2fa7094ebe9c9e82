namespace Evaluator.Standings.Contests;

/// <summary>A phase's hidden scores against the released ones, for organisers.</summary>
/// <param name="Column">The column that the ladder releases.</param>
/// <param name="StepPercent">The grid, in percent of the baseline.</param>
/// <param name="Teams">In the order of the exact standings.</param>
public sealed record LadderReport(string Column, decimal StepPercent, IReadOnlyList<HiddenGain> Teams)
{
    /// <summary>
    /// How much of what an exact board would show is not more than luck, in percent of the baseline, as a mean over the teams: an estimate
    /// from above of how far the field has fitted its work to these cases, since small true gains are kept back too.
    /// </summary>
    public decimal MeanKeptBack => Teams.Count == 0 ? 0 : Teams.Sum(team => team.KeptBack) / Teams.Count;

    /// <summary>How many teams have more than a step kept back.</summary>
    public int BeyondAStep => Teams.Count(team => team.KeptBack > StepPercent);
}
