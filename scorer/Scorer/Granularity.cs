namespace Evaluator.Scorer;

/// <summary>The sets of locations that errors are taken over.</summary>
public enum Granularity
{
    Location,
    Street,
    BlockGroup,
}
