namespace Evaluator.Challenges;

/// <summary>Something to find contests by.</summary>
/// <param name="Group"><c>domain</c>, <c>skill</c> or <c>kind</c>.</param>
public sealed record Tag(string Group, string Name);
