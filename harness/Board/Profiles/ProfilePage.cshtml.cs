using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Rewards;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Profiles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Evaluator.Board.Profiles;

/// <summary>/u/HANDLE: one page a person, over all contests of the board. Its owner sees what others see, and says what that is.</summary>
internal sealed class ProfilePage(ProfileDesk desk, ContestShelf shelf, TimeProvider clock) : BoardPage
{
    public static IReadOnlyList<(ProfileParts Part, string Label)> Parts { get; } =
    [
        (ProfileParts.Page, "this page: your name, your contests, your line about yourself, and a place among the people"),
        (ProfileParts.Places, "your teams' places in the standings"),
        (ProfileParts.Submissions, "when your teams handed in, what your commits moved, and who built on whom"),
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

    /// <summary>The contests of this board that the person was in, with what the visitor may open of them.</summary>
    public IReadOnlyList<ContestOnProfile> Contests { get; private set; } = [];

    public void OnGet()
    {
        ILookup<string, RewardLine> rewards = desk.Rewards(Profile).ToLookup(line => line.Contest.Name, StringComparer.Ordinal);
        Contests = [.. Profile.Contests.Select(contest =>
            new ContestOnProfile(contest, [.. rewards[contest.Contest]], Visible(contest, rewards[contest.Contest])))];
    }

    /// <summary>Which of the submissions that a contest's part names this visitor may open.</summary>
    private HashSet<string> Visible(ProfileContest contest, IEnumerable<RewardLine> rewards)
    {
        if (shelf.Find(contest.Contest) is not { } running)
            return [];
        IEnumerable<string> named = contest.Submissions.Select(submission => submission.Submission)
            .Concat(contest.BuiltOn.Concat(contest.BuiltUpon).SelectMany(link => (string[])[link.Child, link.Parent]))
            .Concat(rewards.Select(line => line.Submission).OfType<string>());
        Audience audience = StandingsDesk.AudienceOf(running, Visitor);
        DateTimeOffset now = clock.GetUtcNow();
        return running.Live.Ask(fold => named.Distinct(StringComparer.Ordinal)
            .Where(id => fold.Submission(id) is { } known && fold.Show(known, audience, now) is not null)
            .ToHashSet(StringComparer.Ordinal));
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
}
