using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Evaluator.Board.Shell;

/// <summary>What every page knows: who looks at it, and why the last form was refused.</summary>
internal abstract class BoardPage : PageModel
{
    /// <summary>Carries what was done to the page that says it.</summary>
    public const string SaidCookie = "board_said";

    /// <summary>The field by which a form says that what it asks for is meant.</summary>
    public const string Sure = "sure";

    public Visitor Visitor => User.Visitor();

    /// <summary>Shown above the form; what was typed stays in it.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What is asked before it is done, above the page as it is; null where nothing is.</summary>
    public Question? Question { get; private set; }

    /// <summary>
    /// Asks before it harms: the page comes back with what will happen, and only the button there does it. Programs, which know what they
    /// do, come by the API and are not asked.
    /// </summary>
    protected IActionResult Ask(Question question, Func<IActionResult> act)
    {
        if (Request.Form[Sure] == "true")
            return act();
        Question = question;
        return PageOnce();
    }

    /// <summary>The page with what nobody is to find in a cache: a question, a secret that is shown this once.</summary>
    protected PageResult PageOnce()
    {
        // The very words of antiforgery, which a page with a form has: over any other it writes its own, and a warning into the log.
        Response.Headers.CacheControl = "no-cache, no-store";
        return Page();
    }

    /// <summary>Shows the page again with the reason.</summary>
    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        PageResult page = Page();
        page.StatusCode = refusal.Status;
        return page;
    }

    protected PageResult Refuse(string detail) => Refuse(Refusal.Invalid(detail));

    /// <summary>Goes on to another page, which says what was done.</summary>
    protected LocalRedirectResult Done(string where, string message)
    {
        TempData["Done"] = message;
        return LocalRedirect(where);
    }

    /// <summary>An address on this board, out of a form or a link; anything else becomes the front page.</summary>
    protected string Local(string? address) => Url.IsLocalUrl(address) ? address! : "/";
}
