using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/CONTEST/teams: who competes, disqualifying and bringing back.</summary>
[Authorize(Policies.Organiser)]
internal sealed class TeamsOrganisePage(ContestShelf shelf, TimeProvider clock, TeamNames names, Accounts accounts, ContestDesk desk) : ContestPage(shelf, clock)
{
    private IReadOnlyDictionary<string, string>? known;
    private IReadOnlyDictionary<string, string>? handles;

    public IReadOnlyList<TeamSoFar> Teams => Live.Teams;

    public string NameOf(TeamSoFar team) => (known ??= names.Of(Contest.Name)).GetValueOrDefault(team.Id, "erased");

    public string MembersOf(TeamSoFar team)
    {
        handles ??= accounts.Handles(Teams.SelectMany(one => one.Members));
        return string.Join(", ", team.Members.Select(member => handles.GetValueOrDefault(member, "erased")));
    }

    public void OnGet()
    {
    }

    public IActionResult OnPostIgnore(string team, string? reason) => Said(desk.Ignore(Visitor, Live, null, team, reason), "The team is out of the standings.");

    public IActionResult OnPostReinstate(string team, string? reason) => Said(desk.Reinstate(Visitor, Live, null, team, reason), "The team is back.");

    private IActionResult Said(Refusal? refusal, string done) => refusal is null ? Done($"/organise/{Contest.Name}/teams", done) : Refuse(refusal);
}
