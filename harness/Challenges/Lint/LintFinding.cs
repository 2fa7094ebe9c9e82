using Evaluator.Challenges.Reading;

namespace Evaluator.Challenges.Lint;

/// <summary>Something about a challenge's folder that its organiser should know.</summary>
/// <param name="IsFault">Whether the challenge can't be used like that; else it is a warning.</param>
/// <param name="Fault">Where, what was found, and what was expected.</param>
public sealed record LintFinding(bool IsFault, ChallengeFault Fault)
{
    public override string ToString() => $"{(IsFault ? "fault" : "warning")}: {Fault}";
}
