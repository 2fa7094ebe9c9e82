using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Me;

/// <summary>/me: one's contests, password and data.</summary>
[Authorize(Policies.Competitor)]
internal sealed class MePage(ContestShelf shelf, TeamNames names, Accounts accounts, OwnData data) : BoardPage
{
    public IReadOnlyList<(RunningContest Contest, string Team)> Contests =>
        [.. shelf.All.Select(contest => (contest, contest.Live.TeamOf(Visitor.AccountId!))).Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.contest, names.NameOf(pair.Item2!.Id)))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostPassword(string? old, string? fresh)
    {
        Outcome<Account> changed = accounts.ChangePassword(Visitor.Handle!, old, fresh);
        if (changed.IsRefused)
            return Refuse(changed.Refusal);
        await Sessions.SignIn(HttpContext, changed.Value);
        return Done("/me", "Your password is changed; other sessions have ended.");
    }

    public async Task<IActionResult> OnPostErase(string? password)
    {
        if (accounts.SignIn(Visitor.Handle!, password ?? "") is not { } account)
            return Refuse(Refusal.Forbidden("That is not your password."));
        if (data.Erase(account) is { } refusal)
            return Refuse(refusal);
        await Sessions.SignOut(HttpContext);
        return Done("/", "You are erased.");
    }
}
