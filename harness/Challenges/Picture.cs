namespace Evaluator.Challenges;

/// <summary>A contest's picture.</summary>
/// <param name="File">A path under <c>files/</c>.</param>
/// <param name="Text">What it shows, for those who can't see it.</param>
public sealed record Picture(string File, string Text);
