namespace Evaluator.Standings.Log.Bodies;

/// <summary>The phase is frozen, or (false) goes on in the open.</summary>
public sealed record Frozen(string Phase, bool Holds) : EntryBody;
