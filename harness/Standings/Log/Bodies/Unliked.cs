namespace Evaluator.Standings.Log.Bodies;

/// <summary>The actor takes the like back.</summary>
public sealed record Unliked(string Submission) : EntryBody;
