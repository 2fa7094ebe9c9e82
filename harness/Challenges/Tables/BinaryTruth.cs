namespace Evaluator.Challenges.Tables;

/// <summary>The answers as a metric of two classes sees them.</summary>
/// <param name="Class">Which class is positive.</param>
/// <param name="Rows">By row, 1 for a positive one, 0 for any other.</param>
internal sealed record BinaryTruth(int Class, int[] Rows);
