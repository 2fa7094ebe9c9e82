using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A rejudge set becomes visible: from now on these submissions show that generation.</summary>
/// <param name="Rejudge">The id of the set.</param>
/// <param name="Generation">The generation that its evaluations were recorded as.</param>
/// <param name="Reason">The seal of the reason.</param>
public sealed record RejudgeApplied(string Rejudge, int Generation, IReadOnlyList<string> Submissions, Digest Reason) : EntryBody;
