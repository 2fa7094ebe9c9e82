using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>Points that were given: by a rule or by an organiser.</summary>
/// <param name="ReversedBy">The entry that took them back; null while they stand.</param>
public sealed record LedgerEntry(long Seq, DateTimeOffset At, string Actor, Award? Award, Grant? Grant, long? ReversedBy)
{
    public string Team => Award?.Team ?? Grant!.Team;

    public int Points => Award?.Points ?? Grant!.Points;

    public IReadOnlyList<string> Members => Award?.Members ?? Grant!.Members;
}
