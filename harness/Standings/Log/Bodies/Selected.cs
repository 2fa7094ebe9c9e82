namespace Evaluator.Standings.Log.Bodies;

/// <summary>A team chooses the submissions that count in the end, two at most; the last choice counts.</summary>
public sealed record Selected(string Team, string Phase, IReadOnlyList<string> Submissions) : EntryBody;
