namespace Evaluator.Scorer;

/// <summary>How locations are taken together before errors are squared (contest.md, "Scoring").</summary>
public enum Granularity
{
    Location,
    Street,
    BlockGroup,
}
