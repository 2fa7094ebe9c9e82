namespace Evaluator.Standings.Log.Bodies;

/// <summary>The actor likes a submission.</summary>
public sealed record Liked(string Submission) : EntryBody;
