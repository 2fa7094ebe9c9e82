namespace Evaluator.Standings.Rewards;

/// <summary>A separate run of a submission that a rule waits for.</summary>
/// <param name="Set">The set that the submission is evaluated on.</param>
/// <param name="Profile">A hardware profile of the challenge, or <c>again</c> for a second run under the phase's own limits.</param>
public sealed record RewardRun(string Submission, string Set, string Profile);
