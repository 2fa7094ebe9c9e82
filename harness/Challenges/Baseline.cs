namespace Evaluator.Challenges;

/// <summary>Something to compare with: shown as a row of its own, never ranked.</summary>
/// <param name="File">What is evaluated, a path under <c>files/</c>; null where the values are given.</param>
/// <param name="Values">Known values by column; null where the file is evaluated.</param>
/// <param name="Phase">The phase it belongs to; null for all phases.</param>
/// <param name="Start">Whether ladders and improvement rules start at this one.</param>
public sealed record Baseline(
    string Name, string Title, string? File, IReadOnlyDictionary<string, decimal>? Values, string? Phase, bool Start);
