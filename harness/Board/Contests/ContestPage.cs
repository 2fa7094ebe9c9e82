using Evaluator.Board.Journals;
using Evaluator.Board.Shell;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Evaluator.Board.Contests;

/// <summary>A page of one contest: it is found before the page's own code runs, else the answer is 404.</summary>
internal abstract class ContestPage(ContestShelf shelf, TimeProvider clock) : BoardPage
{
    public RunningContest Contest { get; private set; } = null!;

    public LiveContest Live => Contest.Live;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The visitor's team in this contest; null where there is none.</summary>
    public TeamSoFar? OwnTeam => Visitor.AccountId is { } account ? Live.TeamOf(account) : null;

    /// <summary>The phase that the address names; null where it names none that there is.</summary>
    public Phase? Phase { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Contest = shelf.Find(RouteData.Values["contest"] as string)!;
        Phase = Contest is null || RouteData.Values["phase"] is not string phase ? null : Live.Phase(phase);
        if (Contest is null || (RouteData.Values.ContainsKey("phase") && Phase is null))
            context.Result = new NotFoundResult();
        else
            ViewData["Contest"] = Contest;
    }
}
