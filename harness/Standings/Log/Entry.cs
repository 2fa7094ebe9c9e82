using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>
/// One thing that happened in a contest. Entries are appended and never changed; <c>LOG.md</c> says how they are written.
/// </summary>
/// <param name="Seq">From 1, without gaps, in each contest.</param>
/// <param name="At">The board's time, to the millisecond; never before the entry before.</param>
/// <param name="Contest">The contest's name.</param>
/// <param name="Actor">The id of who did it: an account, a worker, or <c>board</c>.</param>
/// <param name="Previous">The hash of the entry before; zeros for the first.</param>
/// <param name="Hash">Over everything else.</param>
public sealed record Entry(long Seq, DateTimeOffset At, string Contest, string Actor, EntryBody Body, Digest Previous, Digest Hash)
{
    /// <summary>What kind of entry it is, as the log writes it: <c>submission-accepted</c>.</summary>
    public string Kind => EntryKind.NameOf(Body);
}
