namespace Evaluator.Standings.Log.Bodies;

/// <summary>The actor accepts the rules of that version.</summary>
public sealed record RulesAccepted(int Version) : EntryBody;
