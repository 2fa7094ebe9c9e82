using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.Front;

/// <summary>/join/CODE: an account by invitation or by the code on the wall.</summary>
[EnableRateLimiting(Policies.Guessing)]
internal sealed class JoinPage(Joining joining, Invitations invitations) : BoardPage
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Invitation? Invitation { get; private set; }

    public string Next => Invitation?.Contest is { } contest ? $"/c/{contest}" : Invitation?.Role == Roles.Organiser ? "/organise" : "/";

    public string LinkUses => Invitation!.UsesLeft == 1 ? "The link works once." : "";

    public IActionResult OnGet()
    {
        if (string.IsNullOrWhiteSpace(Code))
            return Page();
        Invitation = invitations.Find(Code.Trim());
        return Invitation is null ? Refuse(Joining.NoSuchCode) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        Invitation = invitations.Find((Code ?? "").Trim());
        if (Invitation is null)
            return Refuse(Joining.NoSuchCode);
        Outcome<Account> joined = joining.ByInvitation(Invitation, Handle, Password);
        if (joined.IsRefused)
            return Refuse(joined.Refusal);
        await Sessions.SignIn(HttpContext, joined.Value);
        return Done(Next, $"Welcome, {joined.Value.Handle}.");
    }
}
