using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>An organiser gives points to a team.</summary>
public sealed record Grant(string Team, int Points, Digest Reason, IReadOnlyList<string> Members) : EntryBody;
