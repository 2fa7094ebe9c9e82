namespace Evaluator.Scorer.Definition;

/// <summary>Names the definition of the score, for records that outlive this code.</summary>
public static class ScoreDefinition
{
    /// <summary>Raised whenever some prediction may get other score bits than before.</summary>
    public const int Version = 2;
}
