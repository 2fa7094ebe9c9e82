namespace Evaluator.Challenges.Tables;

/// <summary>One of the places where a fault is.</summary>
/// <param name="Line">From 1, the header's; 0 where no line is to blame.</param>
/// <param name="Text">What stands there, shortened, without characters that a terminal would obey.</param>
/// <param name="Says">Both, as the challenge's language says it.</param>
public sealed record OffendingLine(int Line, string Text, string Says)
{
    public override string ToString() => Says;
}
