namespace Evaluator.Challenges;

/// <summary>Which values of a column are better.</summary>
public enum Direction
{
    /// <summary>More is better: a score, kilos found.</summary>
    More,

    /// <summary>Less is better: an error, a time.</summary>
    Less,
}
