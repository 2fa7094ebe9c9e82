using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Answers;

/// <summary>What was promised of a set of answers, for everybody.</summary>
/// <param name="Entry">The entry of the commitment that counts.</param>
/// <param name="Opened">When its salts were opened; null while they are secret.</param>
/// <param name="Corrections">When the answers were corrected, and why; the text is null where it was erased.</param>
internal sealed record ShownPromise(
    Entry Entry, AnswersCommitted Committed, DateTimeOffset? Opened, IReadOnlyList<(DateTimeOffset At, string? Reason)> Corrections);
