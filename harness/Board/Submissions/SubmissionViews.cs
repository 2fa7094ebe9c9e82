using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Scoreboard;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;

namespace Evaluator.Board.Submissions;

/// <summary>Submissions for whoever asks; who may see which, the fold decides.</summary>
internal sealed class SubmissionViews(ContestShelf shelf, SubmissionRows rows, EvaluationStatus status, TimeProvider clock)
{
    /// <summary>A submission as the visitor may see it; null where to them there is none.</summary>
    public SubmissionView? Find(Visitor visitor, string id) =>
        rows.Find(id) is { } row && shelf.Find(row.Contest) is { } contest ? Of(visitor, contest, row) : null;

    /// <summary>The submissions of the visitor's team, the newest first.</summary>
    public IReadOnlyList<SubmissionView> Own(Visitor visitor, RunningContest contest) => contest.Live.TeamOf(visitor.AccountId!) is { } team
        ? [.. rows.OfTeam(contest.Name, team.Id).Select(row => Of(visitor, contest, row)).OfType<SubmissionView>()]
        : [];

    public IReadOnlyList<SubmissionView> Search(Visitor visitor, RunningContest contest, string? words, string? phase, int page) =>
        [.. rows.Search(contest.Name, words, phase, page).Select(row => Of(visitor, contest, row)).OfType<SubmissionView>()];

    private SubmissionView? Of(Visitor visitor, RunningContest contest, SubmissionRow row)
    {
        Audience audience = StandingsDesk.AudienceOf(contest, visitor);
        DateTimeOffset now = clock.GetUtcNow();
        (ShownSubmission? shown, Phase? phase, bool isOpen) = contest.Live.Ask(fold => fold.Submission(row.Id) is { } known
            ? (fold.Show(known, audience, now), fold.Phase(known.Phase)?.Settings, fold.ModelIsOpen(known, now))
            : default);
        if (shown is null || phase is null)
            return null;
        bool isOwn = audience.IsOrganiser || audience.Team == row.Team;
        bool isWaiting = shown.State is SubmissionState.Waiting or SubmissionState.TriedAgain;
        return new SubmissionView(
            contest, phase, row, shown, isOwn, isWaiting && isOwn && status.IsRunning(row.Id), isOwn && !isWaiting
                ? status.Rejection(row.Id) : null, isOpen);
    }
}
