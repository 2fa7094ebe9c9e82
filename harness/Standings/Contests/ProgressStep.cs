namespace Evaluator.Standings.Contests;

/// <summary>A team's row became better.</summary>
/// <param name="Submission">The id of the one that did it.</param>
/// <param name="At">When that was accepted.</param>
/// <param name="Values">A value for each column, as the audience may see it.</param>
/// <param name="Gain">Under a ladder: the gain over the baseline, in percent.</param>
public sealed record ProgressStep(string Submission, DateTimeOffset At, IReadOnlyList<decimal?> Values, decimal? Gain);
