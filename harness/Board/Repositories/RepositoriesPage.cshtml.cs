using Evaluator.Board.Commits;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Repositories;

/// <summary>/c/CONTEST/repositories: where a team hands in from by pushing, what came of each push, and whose the commits are.</summary>
[Authorize(Policies.Competitor)]
internal sealed class RepositoriesPage(
    ContestShelf shelf, TimeProvider clock, RepositoryDesk desk, Inbox inbox, DeliveryViews views, AuthorClaims claims, Accounts accounts)
    : ContestPage(shelf, clock)
{
    [BindProperty(Name = "url")]
    public string? Address { get; set; }

    [BindProperty]
    public string? Path { get; set; }

    [BindProperty]
    public string? WantedPhase { get; set; }

    [BindProperty]
    public string? Branch { get; set; }

    /// <summary>The secret that was just made, with whose it is.</summary>
    public Registered? Made { get; private set; }

    public IReadOnlyList<GitHost> Hosts => desk.Hosts;

    public IReadOnlyList<Repository> Repositories => desk.Own(Visitor, Live);

    public IReadOnlyList<DeliveryView> Deliveries => views.Own(Visitor, Live);

    public IReadOnlyList<CommitAuthor> Authors => OwnTeam is { } team ? claims.Of(Contest.Name, team.Id) : [];

    public bool IsCaptain => OwnTeam?.Captain == Visitor.AccountId;

    public bool HasPrevious(Repository repository) => desk.HasPrevious(repository);

    public string HookOf(Repository repository) => $"{Request.Scheme}://{Request.Host}{repository.HookPath}";

    public string HandleOf(string account) => accounts.Handles([account]).GetValueOrDefault(account, "erased");

    public void OnGet()
    {
    }

    public IActionResult OnPost() => Show(desk.Register(Visitor, Live, new NewRepository(Address, Path, WantedPhase, Branch)));

    public IActionResult OnPostRotate(string? repository) => Show(desk.Rotate(Visitor, Live, repository ?? ""));

    public IActionResult OnPostEndPrevious(string? repository) =>
        Said(desk.EndPrevious(Visitor, Live, repository ?? ""), "Only the newest secret is good now.");

    public IActionResult OnPostRemove(string? repository) =>
        Said(desk.Remove(Visitor, Live, repository ?? ""), "The repository is removed. What was handed in from it stays.");

    public IActionResult OnPostAgain(string? delivery) => Said(inbox.Again(Visitor, Contest, delivery ?? ""), "It is tried again.");

    public IActionResult OnPostClaim(string? mail) => Said(claims.Claim(Visitor, Live, mail), "Said; the captain confirms it.");

    public IActionResult OnPostConfirm(string? mail) => Said(claims.Confirm(Visitor, Live, mail), "Confirmed.");

    public IActionResult OnPostUnclaim(string? mail) => Said(claims.End(Visitor, Live, mail), "The claim is ended.");

    private IActionResult Show(Outcome<Registered> made)
    {
        if (made.IsRefused)
            return Refuse(made.Refusal);
        Made = made.Value;
        return PageOnce();
    }

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/c/{Contest.Name}/repositories", done) : Refuse(refusal);
}
