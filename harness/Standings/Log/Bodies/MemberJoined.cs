namespace Evaluator.Standings.Log.Bodies;

/// <summary>A person joins a team.</summary>
public sealed record MemberJoined(string Team, string Account) : EntryBody;
