namespace Evaluator.Standings.Log.Bodies;

/// <summary>Points that a rule pays.</summary>
/// <param name="Id">What is paid, in words that are the same whenever it is computed: <c>rule/once per/submission</c>.</param>
/// <param name="RuleVersion">The <c>seq</c> of the <see cref="RuleSet"/> that it pays by.</param>
/// <param name="Submission">What it is paid for; null where it is for no single submission.</param>
/// <param name="Members">The accounts on whose profiles it stands: the team's members when the submission was accepted.</param>
public sealed record Award(
    string Id, string Rule, long RuleVersion, string Phase, string Team, string? Submission, int Points, IReadOnlyList<string> Members)
    : EntryBody;
