namespace Evaluator.Challenges;

/// <summary>The rules that people accept when they join.</summary>
/// <param name="Version">Counts up; who accepted an older one is asked again.</param>
/// <param name="Text">Markdown.</param>
public sealed record ContestRules(int Version, string Text);
