namespace Evaluator.Contest.Lint;

/// <summary>Where a fault was seen. The line is 1-based; 0 for a file as a whole.</summary>
public sealed record Example(string File, int Line, string Text);

/// <summary>One kind of fault, how often it was found, and the first examples in the order of the files.</summary>
public sealed record DataFinding(DataFault Fault, long Count, IReadOnlyList<Example> Examples)
{
    public string What => FaultText.Of(Fault).What;

    public string Consequence => FaultText.Of(Fault).Consequence;
}
