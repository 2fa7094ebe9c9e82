namespace Evaluator.Challenges.Tables;

/// <summary>What a table scored on one set of the answers.</summary>
/// <param name="Set">The set: provisional, final; <c>all</c> where the answers have no sets.</param>
/// <param name="Values">By column, rounded to the column's decimals: these go into the log.</param>
/// <param name="Rows">
/// By column, one value a row of the set, where it was asked for and the metric is a mean over rows: their plain mean is the value before
/// rounding. A ladder compares two submissions by them. They say what the answers are, so they are sealed until the phase is published.
/// </param>
public sealed record SetScore(string Set, IReadOnlyDictionary<string, decimal> Values, IReadOnlyDictionary<string, double[]> Rows);
