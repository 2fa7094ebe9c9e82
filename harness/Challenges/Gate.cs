namespace Evaluator.Challenges;

/// <summary>What a phase asks for before a team may hand in: a released value in another phase.</summary>
/// <param name="Column">Null for the first column that ranks in that phase.</param>
/// <param name="AtLeast">The value to reach, in the column's direction; null for "better than the baseline".</param>
public sealed record Gate(string Phase, string? Column, decimal? AtLeast);
