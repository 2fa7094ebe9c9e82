using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Evaluator.Board.WalkIn;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/CONTEST/teams: who competes, disqualifying and bringing back.</summary>
[Authorize(Policies.Organiser)]
internal sealed class TeamsOrganisePage(
    ContestShelf shelf, TimeProvider clock, TeamNames names, Accounts accounts, ContestDesk desk, TeamKeys keys) : ContestPage(shelf, clock)
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

    public bool IsWalkIn => Contest.Challenge.SignIn == Challenges.SignIn.WalkIn;

    /// <summary>Of a walk-in team, right after it was made.</summary>
    public string? NewKey { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPostIgnore(string? team, string? reason) => Live.Team(team ?? "") is null
        ? Refuse(NoTeam)
        : ContestDesk.Reason(reason) is { IsRefused: true } none
        ? Refuse(none.Refusal)
        : Ask(Questions.Disqualify(names.NameOf(team!)),
            () => Said(desk.Ignore(Visitor, Live, null, team, reason),
                "The team is out of the standings. Under a freeze others see it when that ends."));

    public IActionResult OnPostReinstate(string? team, string? reason) =>
        Said(desk.Reinstate(Visitor, Live, null, team, reason), "The team is back.");

    public IActionResult OnPostNewKey(string? team) => Live.Team(team ?? "") is null
        ? Refuse(NoTeam)
        : Ask(Questions.NewKey(names.NameOf(team!)), () => Renew(team!));

    private static readonly Refusal NoTeam = Refusal.NotFound("There is no such team.");

    private IActionResult Renew(string team)
    {
        Outcome<string> made = keys.Renew(Visitor, Contest, team);
        if (made.IsRefused)
            return Refuse(made.Refusal);
        NewKey = made.Value;
        return PageOnce();
    }

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}/teams", done) : Refuse(refusal);
}
