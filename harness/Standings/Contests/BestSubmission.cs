namespace Evaluator.Standings.Contests;

/// <summary>A submission in the list of the best.</summary>
/// <param name="Place">1 for the best; of equal ones the earlier stands before the later, so each place is there once.</param>
/// <param name="Values">A value for each column, as the audience may see it.</param>
public sealed record BestSubmission(int Place, string Submission, string Team, DateTimeOffset At, IReadOnlyList<decimal?> Values);
