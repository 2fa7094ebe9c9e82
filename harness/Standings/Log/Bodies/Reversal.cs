namespace Evaluator.Standings.Log.Bodies;

/// <summary>An award is no longer due.</summary>
/// <param name="Of">The <c>seq</c> of the award.</param>
public sealed record Reversal(long Of) : EntryBody;
