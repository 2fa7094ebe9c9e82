using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// Before a phase opens: a salted hash of each file and case of the answers. A correction is a new commitment with a reason.
/// </summary>
/// <param name="Set">The case set or answer set.</param>
public sealed record AnswersCommitted(string Set, IReadOnlyList<Commitment> Answers, Digest? Reason) : EntryBody;
