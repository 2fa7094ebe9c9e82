using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.Front;

/// <summary>/sign-up: an account for whoever comes, where the board has a contest that is open to all.</summary>
[EnableRateLimiting(Policies.Guessing)]
internal sealed class SignUpPage(ContestShelf shelf, Joining joining) : BoardPage
{
    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    private bool IsOpen => shelf.All.Any(contest => contest.IsOpenToAll);

    public IActionResult OnGet() => IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!IsOpen)
            return NotFound();
        Outcome<Account> joined = joining.Open(Handle, Password);
        if (joined.IsRefused)
            return Refuse(joined.Refusal);
        await Sessions.SignIn(HttpContext, joined.Value);
        return Done(Local(Next), $"Welcome, {joined.Value.Handle}.");
    }
}
