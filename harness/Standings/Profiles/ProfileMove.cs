namespace Evaluator.Standings.Profiles;

/// <summary>Commits of a person, by which the row of the person's team in the public standings became better.</summary>
/// <param name="Phase">The phase's title.</param>
/// <param name="Columns">The columns whose value in the row they changed.</param>
public sealed record ProfileMove(string Submission, string Phase, DateTimeOffset At, IReadOnlyList<MovedColumn> Columns);
