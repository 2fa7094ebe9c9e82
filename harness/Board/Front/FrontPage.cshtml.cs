using Evaluator.Board.Contests;
using Evaluator.Board.Shell;

namespace Evaluator.Board.Front;

/// <summary>/: the contests of the board, one's own first.</summary>
internal sealed class FrontPage(ContestShelf shelf, TimeProvider clock) : BoardPage
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<RunningContest> Contests { get; private set; } = [];

    public bool IsMine(RunningContest contest) => Visitor.AccountId is { } account && contest.Live.TeamOf(account) is not null;

    public void OnGet() => Contests = [.. shelf.All.OrderByDescending(IsMine)];
}
