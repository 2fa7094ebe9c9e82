using Evaluator.Board.Journals;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Answers;

/// <summary>What a contest has promised of its answers, as its page and its API tell it.</summary>
internal sealed class PromiseViews(Seals seals)
{
    public IReadOnlyList<ShownPromise> Of(LiveContest contest)
    {
        (Entry Entry, AnswersCommitted Committed)[] all = contest.Ask(fold => fold.Answers.Commitments.ToArray());
        return [.. all.GroupBy(pair => pair.Committed.Set, StringComparer.Ordinal).Select(set => new ShownPromise(
            set.Last().Entry, set.Last().Committed, contest.Ask(fold => fold.Answers.Opening(set.Key)?.At),
            [.. set.Where(pair => pair.Committed.Reason is not null)
                .Select(pair => (pair.Entry.At, seals.Open(pair.Committed.Reason!.Value)))]))];
    }
}
