using Evaluator.Board.People;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Front;

/// <summary>/sign-out.</summary>
internal sealed class SignOutPage : BoardPage
{
    public async Task<IActionResult> OnPost()
    {
        await Sessions.SignOut(HttpContext);
        return Done("/", "You are signed out.");
    }
}
