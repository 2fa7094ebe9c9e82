using Evaluator.Board.Contests;
using Evaluator.Board.HandingIn;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Tables;
using Evaluator.Board.Texts;
using Evaluator.Challenges.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.WalkIn;

/// <summary>/c/CONTEST/PHASE/walk-in/submit: a team's name, a file, a remark; no account is asked for.</summary>
/// <remarks>
/// The form carries the key that the team will have. Sent twice, or again after the answer was lost, it finds its own team and its own
/// submission. After the first time the
/// visitor is signed in, and the usual form is theirs.
/// </remarks>
[EnableRateLimiting(Policies.Guessing)]
internal sealed class WalkInPage(
    ContestShelf shelf, TimeProvider clock, HandInDesk desk, WalkInDesk walkIn, EventCodes codes, TableDesk tables)
    : ContestPage(shelf, clock)
{
    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>Of a team that has handed in before, from another device.</summary>
    [BindProperty]
    public string? TeamKey { get; set; }

    /// <summary>Made with the form: the key of a new team.</summary>
    [BindProperty]
    public string? FormKey { get; set; }

    /// <summary>What a table has to look like; null where no tables are handed in.</summary>
    public TableForm? Expected => tables.FormOf(Contest);

    public bool AsksForCode => codes.IsAsked(Contest.Name);

    public Words Words => Words.Of(Contest.Challenge);

    public long Limit => desk.Limit(Contest);

    public string Accept => string.Join(",", HandInDesk.Formats(Contest.Challenge).Select(format => "." + format));

    public IActionResult OnGet()
    {
        if (Contest.Challenge.SignIn != Challenges.SignIn.WalkIn)
            return NotFound();
        if (OwnTeam is not null)
            return LocalRedirect($"/c/{Contest.Name}/{Phase!.Name}/submit");
        FormKey = WalkIn.TeamKey.New();
        return Page();
    }

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken stop)
    {
        if (!WalkIn.TeamKey.IsOne(FormKey))
            FormKey = WalkIn.TeamKey.New();
        ModelState.Clear();
        if (file is null)
            return Refuse(Words.ChooseAFile);
        string key = string.IsNullOrWhiteSpace(TeamKey) ? FormKey! : TeamKey.Trim();
        await using Stream content = file.OpenReadStream();
        Outcome<WalkedIn> taken = await walkIn.Take(
            Contest, Phase!.Name, new NewTeam(Team, key, Code),
                new Upload(file.FileName, content, Remark, "form-" + Secret.Sha256(FormKey!)[..32], null), stop);
        if (taken.IsRefused)
            return Refuse(taken.Refusal);
        await Sessions.SignIn(HttpContext, taken.Value.Account);
        if (string.IsNullOrWhiteSpace(TeamKey))
        {
            TempData["TeamKey"] = key;
            TempData["TeamName"] = taken.Value.Account.Handle;
        }
        return Done($"/s/{taken.Value.Accepted.Submission}", TableAnswer.Say(Contest, taken.Value.Accepted.Submission, Now)
            ?? Words.Arrived);
    }
}
