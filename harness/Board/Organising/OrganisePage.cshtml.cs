using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise: contests, invitations, people of the whole board.</summary>
[Authorize(Policies.Organiser)]
internal sealed class OrganisePage(ContestShelf shelf, Accounts accounts, Invitations invitations, PeopleDesk desk) : BoardPage
{
    public IReadOnlyList<RunningContest> Contests => shelf.All;

    public IReadOnlyList<Invitation> Invitations => invitations.All();

    public IReadOnlyList<Account> People => accounts.All();

    public string? Link { get; private set; }

    public string? NewPassword { get; private set; }

    public string? PasswordOf { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPostInvite(NewInvitation wanted)
    {
        Outcome<string> code = desk.Invite(Visitor, wanted);
        if (code.IsRefused)
            return Refuse(code.Refusal);
        Link = $"{Request.Scheme}://{Request.Host}/join/{Uri.EscapeDataString(code.Value)}";
        return PageOnce();
    }

    public IActionResult OnPostRevoke(string? sha256) => Invitations.FirstOrDefault(one => one.CodeSha256 == sha256) is not { } known
        ? Refuse(Refusal.NotFound("There is no such invitation."))
        : Ask(Questions.RevokeInvitation(known.Note), () =>
            desk.Revoke(Visitor, known.CodeSha256) is { } refusal ? Refuse(refusal) : Done("/organise", "The invitation is revoked."));

    public IActionResult OnPostRole(string? account, string? role) => accounts.Find(account ?? "") is not { } known
        ? Refuse(Refusal.NotFound("There is no such person."))
        : Ask(Questions.Role(known.Handle, role == Roles.Organiser), () =>
            desk.SetRole(Visitor, known.Id, role) is { } refusal ? Refuse(refusal) : Done("/organise", "The role is changed."));

    public IActionResult OnPostPassword(string? account) => accounts.Find(account ?? "") is not { } known
        ? Refuse(Refusal.NotFound("There is no such person."))
        : Ask(Questions.Password(known.Handle), () => Reset(known.Id));

    private IActionResult Reset(string account)
    {
        Outcome<string> password = desk.ResetPassword(Visitor, account);
        if (password.IsRefused)
            return Refuse(password.Refusal);
        NewPassword = password.Value;
        PasswordOf = accounts.Find(account)?.Handle;
        return PageOnce();
    }
}
