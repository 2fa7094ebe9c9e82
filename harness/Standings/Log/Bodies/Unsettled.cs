namespace Evaluator.Standings.Log.Bodies;

/// <summary>After three faults of ours nobody waits for this submission any longer; a later result still counts.</summary>
public sealed record Unsettled(string Submission) : EntryBody;
