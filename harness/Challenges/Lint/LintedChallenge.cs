namespace Evaluator.Challenges.Lint;

/// <summary>What was found in a challenge's folder.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Summary">What it is, where it could be read.</param>
/// <param name="Findings">What is wrong; faults first.</param>
public sealed record LintedChallenge(string Folder, string? Summary, IReadOnlyList<LintFinding> Findings)
{
    /// <summary>Whether a board would take it.</summary>
    public bool IsUsable => !Findings.Any(finding => finding.IsFault);
}
