namespace Evaluator.Standings.Log.Bodies;

/// <summary>The team takes a submission back.</summary>
public sealed record Withdrawn(string Submission) : EntryBody;
