namespace Evaluator.Challenges;

/// <summary>What competitors see of a score while a phase runs.</summary>
public enum Release
{
    /// <summary>The score itself.</summary>
    Raw,

    /// <summary>Improvements that are more than luck, on a coarse grid.</summary>
    Ladder,
}
