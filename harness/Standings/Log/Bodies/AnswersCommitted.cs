using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// Before a phase opens: a salted hash of each file and case of the answers. A correction is a new commitment with a reason.
/// </summary>
/// <param name="Set">The case set; <see cref="Whole"/> for a table of answers, which holds all sets.</param>
/// <param name="Reason">Why the answers were corrected; null of the first commitment of a set.</param>
public sealed record AnswersCommitted(string Set, IReadOnlyList<Commitment> Answers, Digest? Reason) : EntryBody
{
    /// <summary>The set of all cases, or rows.</summary>
    public const string Whole = "all";
}
