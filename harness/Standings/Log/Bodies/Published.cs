namespace Evaluator.Standings.Log.Bodies;

/// <summary>The final standings of the phase are published, or (false) taken back.</summary>
public sealed record Published(string Phase, bool Holds) : EntryBody;
