using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// A rejudge set becomes visible, or (false) is taken back: its submissions show the highest generation of the sets that stand, and their
/// first result where none does.
/// </summary>
/// <param name="Rejudge">The id of the set.</param>
/// <param name="Generation">The generation that its evaluations were recorded as.</param>
/// <param name="Reason">The seal of the reason.</param>
/// <param name="Holds">False takes it back; null, as in logs of boards that could not, lets it stand.</param>
public sealed record RejudgeApplied(
    string Rejudge, int Generation, IReadOnlyList<string> Submissions, Digest Reason, bool? Holds = null) : EntryBody;
