namespace Evaluator.Benchmarks;

/// <summary>
/// A gate, what was measured, and how far the turns lay apart. It is passed if the median keeps the limit, and missed if no turn did. In
/// between the machine is too noisy to tell.
/// </summary>
internal sealed record GateOutcome(string Gate, double Measured, double Least, double Most, double AtMost)
{
    public string Verdict => Measured <= AtMost ? "passed" : Least > AtMost ? "MISSED" : "inconclusive";

    public bool Passed => Measured <= AtMost;

    public bool Missed => !Passed && Least > AtMost;

    public static GateOutcome Of(string gate, Figure figure, double atMost) => new(gate, figure.Median, figure.Least, figure.Most, atMost);
}
