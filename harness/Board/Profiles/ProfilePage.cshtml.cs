using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Standings.Profiles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Evaluator.Board.Profiles;

/// <summary>/u/HANDLE: one page a person, over all contests of the board. Its owner sees what others see, and says what that is.</summary>
internal sealed class ProfilePage(ProfileDesk desk) : BoardPage
{
    public static IReadOnlyList<(ProfileParts Part, string Label)> Parts { get; } =
    [
        (ProfileParts.Page, "this page: your name, your contests, your line about yourself, and a place among the people"),
        (ProfileParts.Places, "your teams' places in the standings"),
        (ProfileParts.Submissions, "when your teams handed in, and who built on whom"),
        (ProfileParts.Rewards, "rewards"),
        (ProfileParts.Elsewhere, "history from other boards"),
    ];

    public Profile Profile { get; private set; } = null!;

    public bool IsOwn => Visitor.AccountId == Profile.Account.Id;

    public bool IsSeen => Profile.Shows(ProfileParts.Page);

    public int Points => Profile.Contests.Sum(contest => contest.Rewards.Sum(reward => reward.Points));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Profile = desk.Find(Visitor, RouteData.Values["handle"] as string)!;
        if (Profile is null)
            context.Result = new NotFoundResult();
    }

    public void OnGet()
    {
    }

    public IActionResult OnPostShow(ProfileParts[] shown, string? about)
    {
        if (!IsOwn || !Visitor.MaySubmit)
            return Refuse(Refusal.Forbidden("This is another person's page."));
        ProfileParts parts = shown.Aggregate(ProfileParts.None, (all, part) => all | part);
        return desk.Set(Visitor, parts, about) is { } refusal
            ? Refuse(refusal)
            : Done(Profile.Address, parts.HasFlag(ProfileParts.Page)
                ? "Others see this page now as you do."
                : "Nobody else sees this page.");
    }

    /// <summary>By phase, the newest first of each.</summary>
    public static IEnumerable<(string Phase, int Count, DateTimeOffset Last)> Submissions(ProfileContest contest) =>
        contest.Submissions.GroupBy(submission => submission.Phase)
            .Select(phase => (phase.Key, phase.Count(), phase.Max(submission => submission.At)));
}
