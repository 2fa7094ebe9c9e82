using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>Points that were given: by a rule or by an organiser.</summary>
/// <param name="ReversedBy">The entry that took them back; null while they stand.</param>
/// <param name="ReversedAt">When they were taken back.</param>
public sealed record LedgerEntry(
    long Seq, DateTimeOffset At, string Actor, Award? Award, Grant? Grant, long? ReversedBy, DateTimeOffset? ReversedAt)
{
    /// <summary>What is paid, in words that tell no entry's number: under a freeze that would count what is hidden.</summary>
    public string Id => Award?.Id ?? "grant/" + Grant!.Reason.ToString()[..16];

    public string Team => Award?.Team ?? Grant!.Team;

    public int Points => Award?.Points ?? Grant!.Points;

    public IReadOnlyList<string> Members => Award?.Members ?? Grant!.Members;

    /// <summary>Whether the points stood when an entry was the last one.</summary>
    public bool StandsAt(long seq) => Seq <= seq && !(ReversedBy <= seq);
}
