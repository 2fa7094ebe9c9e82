namespace Evaluator.Standings.Profiles;

/// <summary>A place in the standings of a phase.</summary>
/// <param name="Phase">The phase's title.</param>
/// <param name="Teams">How many teams are ranked.</param>
/// <param name="Column">The title of the column that ranks first.</param>
/// <param name="Value">What the standings show in it; null where that is withheld.</param>
public sealed record ProfilePlace(string Phase, int Rank, int Teams, string Column, bool IsFinal, decimal? Value = null);
