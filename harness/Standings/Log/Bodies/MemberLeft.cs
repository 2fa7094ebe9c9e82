namespace Evaluator.Standings.Log.Bodies;

/// <summary>A person leaves a team.</summary>
public sealed record MemberLeft(string Team, string Account) : EntryBody;
