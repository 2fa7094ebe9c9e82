namespace Evaluator.Scorer.Definition;

/// <summary>How locations are taken together before errors are squared (CONTEST.md, "Scoring").</summary>
public enum Granularity
{
    Location,
    Street,
    BlockGroup,
}
