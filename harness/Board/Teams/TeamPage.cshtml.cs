using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Teams;

/// <summary>/c/CONTEST/team: one's own team.</summary>
[Authorize(Policies.Competitor)]
internal sealed class TeamPage(ContestShelf shelf, TimeProvider clock, Roster roster, TeamNames names, Accounts accounts)
    : ContestPage(shelf, clock)
{
    private IReadOnlyDictionary<string, string>? handles;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The link that was just made.</summary>
    public string? Invitation { get; private set; }

    public string NameOf(TeamSoFar team) => names.NameOf(team.Id);

    public string HandleOf(string account) => (handles ??= accounts.Handles(OwnTeam!.Members)).GetValueOrDefault(account, "erased");

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        Outcome<string> made = roster.Make(Visitor, Live, Name);
        return made.IsRefused ? Refuse(made.Refusal) : Done($"/c/{Contest.Name}", "Your team is made.");
    }

    public IActionResult OnPostInvite()
    {
        Outcome<string> code = roster.Invite(Visitor, Live);
        if (code.IsRefused)
            return Refuse(code.Refusal);
        Invitation = $"{Request.Scheme}://{Request.Host}/c/{Contest.Name}/team/join/{code.Value}";
        return PageOnce();
    }

    public IActionResult OnPostLeave(string? member)
    {
        Refusal? refusal = roster.Leave(Visitor, Live, member);
        return refusal is null ? Done($"/c/{Contest.Name}/team", member is null ? "You left the team." : "The member is out of the team.")
            : Refuse(refusal);
    }
}
