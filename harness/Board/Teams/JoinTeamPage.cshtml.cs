using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.Teams;

/// <summary>/c/CONTEST/team/join/CODE: by the captain's link.</summary>
[Authorize(Policies.Competitor)]
[EnableRateLimiting(Policies.Guessing)]
internal sealed class JoinTeamPage(ContestShelf shelf, TimeProvider clock, Roster roster, TeamNames names) : ContestPage(shelf, clock)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public string? TeamName => names.Invited(Code) is { } invited && invited.Contest == Contest.Name ? names.NameOf(invited.Team) : null;

    public IActionResult OnGet() =>
        TeamName is null ? Refuse(Refusal.NotFound("This invitation is unknown, or the captain made a newer one.")) : Page();

    public IActionResult OnPost()
    {
        Refusal? refusal = roster.Join(Visitor, Live, Code);
        return refusal is null ? Done($"/c/{Contest.Name}/team", "You are in the team.") : Refuse(refusal);
    }
}
