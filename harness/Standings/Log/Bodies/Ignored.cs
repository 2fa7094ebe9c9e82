using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>An organiser takes a submission, or a whole team, out of the standings.</summary>
/// <param name="Submission">Null where the team as a whole is meant.</param>
/// <param name="Team">Null where one submission is meant.</param>
/// <param name="Reason">The seal of the reason.</param>
public sealed record Ignored(string? Submission, string? Team, Digest Reason) : EntryBody;
