using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>The actor makes a team and is its captain and first member.</summary>
/// <param name="Name">The seal of its name.</param>
public sealed record TeamMade(string Team, Digest Name) : EntryBody;
