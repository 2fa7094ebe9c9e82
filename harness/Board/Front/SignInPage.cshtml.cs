using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.Front;

/// <summary>/sign-in: by name and password.</summary>
[EnableRateLimiting(Policies.Guessing)]
internal sealed class SignInPage(Accounts accounts) : BoardPage
{
    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        if ((Password ?? "").Length > Accounts.MostPasswordLength || accounts.SignIn(Handle ?? "", Password ?? "") is not { } account)
            return Refuse(new Refusal(StatusCodes.Status401Unauthorized, "sign-in",
                "Name and password do not fit. An organiser can reset a lost password."));
        await Sessions.SignIn(HttpContext, account);
        return LocalRedirect(Local(Next));
    }
}
