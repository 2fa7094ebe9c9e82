namespace Evaluator.Scorer.Kernel;

/// <summary>Whether a kernel clamps what it loads; a type, so that the one that does not has nothing of it.</summary>
internal interface IRange
{
    static abstract bool Clamps { get; }
}

internal readonly struct Clamped : IRange
{
    public static bool Clamps => true;
}

internal readonly struct Unclamped : IRange
{
    public static bool Clamps => false;
}
