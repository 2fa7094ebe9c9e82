namespace Evaluator.Challenges.Tables;

/// <summary>A kind of fault of a handed-in table: how often it is there, and where first.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Count">How many rows, keys or values have it.</param>
/// <param name="Message">What was found, what was expected and what to do, in a sentence or two.</param>
/// <param name="First">The first offenders.</param>
public sealed record TableFault(TableFaultKind Kind, int Count, string Message, IReadOnlyList<OffendingLine> First)
{
    public override string ToString() => First.Count == 0 ? Message : $"{Message} {string.Join("; ", First)}";
}
