using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Work;

/// <summary>/organise/CONTEST/workers: who plays, what waits, what went wrong.</summary>
[Authorize(Policies.Organiser)]
internal sealed class WorkersPage(ContestShelf shelf, TimeProvider clock, WorkOverview overview, WorkDesk desk, Tokens tokens)
: ContestPage(shelf, clock)
{
    private WorkReport? report;

    public WorkReport Report => report ??= overview.Of(Contest.Name);

    public IReadOnlyList<Token> Tokens => tokens.OfWorkers();

    /// <summary>Right after it was made.</summary>
    public string? NewToken { get; private set; }

    /// <summary>Right after a token was revoked: what it had a part in.</summary>
    public IReadOnlyList<string>? Touched { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPostAgain(string? evaluation) =>
        Said(desk.TryAgain(Visitor, Contest.Name, evaluation ?? ""), "It is queued again.");

    public IActionResult OnPostRaise(string? submission) =>
        Said(desk.Raise(Visitor, Contest.Name, (submission ?? "").Trim()), "It comes before the others.");

    public IActionResult OnPostDecide(string? conflict, string? reason) =>
        Said(desk.Decide(Visitor, Contest.Name, conflict ?? "", holds: true, reason), "Decided: the first result stands.");

    public IActionResult OnPostOpen(string? conflict, string? reason) =>
        Said(desk.Decide(Visitor, Contest.Name, conflict ?? "", holds: false, reason), "It is open again.");

    public IActionResult OnPostToken(string? name)
    {
        Outcome<string> made = desk.MakeToken(Visitor, Contest.Name, name);
        if (made.IsRefused)
            return Refuse(made.Refusal);
        NewToken = made.Value;
        return PageOnce();
    }

    public IActionResult OnPostRevoke(string? token) => Tokens.FirstOrDefault(one => one.Id == token) is not { Revoked: null } known
        ? Revoke(token ?? "")   // which says what is wrong
        : Ask(new($"Revoke the token of {known.Name}?", "The worker is turned away at once; what it has begun is given to others. "
            + "That can't be undone: to come back it needs a new token.", $"Yes, revoke the token of {known.Name}"),
            () => Revoke(known.Id));

    private IActionResult Revoke(string token)
    {
        if (desk.RevokeToken(Visitor, Contest.Name, token) is { } refusal)
            return Refuse(refusal);
        Touched = overview.SubmissionsOf(Contest.Name, token);
        return Page();
    }

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}/workers", done) : Refuse(refusal);
}
