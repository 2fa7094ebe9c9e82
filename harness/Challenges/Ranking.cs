namespace Evaluator.Challenges;

/// <summary>Which columns rank, and how. The other columns are shown with their ranks and change nothing.</summary>
public sealed record Ranking(RankingRule Rule, IReadOnlyList<string> Columns);
