using Evaluator.Board.Commits;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Board.Store;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Evaluator.Board.Submissions;

/// <summary>/s/ID: one submission, for those who may see it.</summary>
internal sealed class SubmissionPage(
    SubmissionViews views, SubmissionDesk desk, ModelDesk models, TeamNames names, Accounts accounts, EvaluationStatus status,
    SourceRows sources, AuthorClaims claims, Blobs blobs, TimeProvider clock) : BoardPage
{
    public SubmissionView Submission { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<Column> Columns => Submission.Contest.Live.Contest.Columns;

    private SubmissionWords Says => Words.Of(Submission.Contest.Challenge).Submission;

    public ModelWords ModelSays => Words.Of(Submission.Contest.Challenge).Models;

    public string TeamName => names.NameOf(Submission.Row.Team);

    public string By => accounts.Handles([Submission.Row.Account]).GetValueOrDefault(Submission.Row.Account, "erased");

    /// <summary>What the worker's PublicView says of the cases; only of sets whose cases everybody may see.</summary>
    public string? Report => Submission is { IsOwn: true, Phase.IsOpen: true } ? status.PublicReport(Submission.Row.Id) : null;

    /// <summary>Whether the visitor's own team handed it in; organisers look, but do not act for a team.</summary>
    public bool MayAct => Visitor.MaySubmit && Submission.Contest.Live.TeamOf(Visitor.AccountId!)?.Id == Submission.Row.Team;

    /// <summary>The commit that it is, with its log and changes; null where it is none, or another team's.</summary>
    public ShownCommits? Commits => Submission.IsOwn
        ? ShownCommits.Of(
            Submission.Row.Id, sources, claims, blobs, account => accounts.Handles([account]).GetValueOrDefault(account, "erased"))
        : null;

    /// <summary>The submission that its changes are told from; null where there is none.</summary>
    public SubmissionView? BeforeIt(ShownCommits commits) => commits.Source.Previous is { } previous
        && sources.SubmissionOf(commits.Source.Repository, Submission.Phase.Name, previous) is { } id
        ? views.Find(Visitor, id)
        : null;

    public bool MayChoose => Submission.Phase.FinalSet is not null && !(Submission.Phase.Closes <= Now);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Submission = views.Find(Visitor, RouteData.Values["id"] as string ?? "")!;
        if (Submission is null)
            context.Result = new NotFoundResult();
    }

    /// <summary>Who likes it, what it is based on and who built on it, as far as this visitor may see those.</summary>
    public OpenModel? Model => Submission.Contest.Live.Ask(fold => fold.Submission(Submission.Row.Id) is { } known
        ? fold.Model(known, StandingsDesk.AudienceOf(Submission.Contest, Visitor), Now) : null);

    public bool Likes => Visitor.AccountId is { } account && Model?.Likes.Contains(account) == true;

    /// <summary>Whether the visitor may say that they like it: never of their own team's work.</summary>
    public bool MayLike => Visitor.MaySubmit && Submission.Contest.Live.Ask(fold => fold.Submission(Submission.Row.Id) is { } known
        && fold.WhyNoLike(known, Visitor.AccountId!, Now) is null);

    /// <summary>Whether a team says here what it built on: where anything can be open.</summary>
    public bool SaysParents => MayAct && Submission.Contest.Live.Phases.Any(phase => phase.Models != ModelAccess.Never);

    public Column? First => Columns.FirstOrDefault(column => column.Name == Submission.Phase.Ranking.Columns.FirstOrDefault());

    public string NameOf(string team) => names.NameOf(team);

    public void OnGet()
    {
    }

    public IActionResult OnPostSelect(bool chosen) =>
        Said(desk.Choose(Visitor, Submission, chosen), chosen ? Says.IsChosen : Says.ChosenNoLonger);

    public IActionResult OnPostWithdraw() => Said(desk.Withdraw(Visitor, Submission), Says.Withdrawn);

    public IActionResult OnPostLike(bool likes) => Visitor.MaySubmit
        ? Said(models.Like(Visitor, Submission, likes), likes ? ModelSays.Liked : ModelSays.LikedNoLonger)
        : Challenge();

    public IActionResult OnPostBasedOn(string? parent) => Visitor.MaySubmit
        ? Said(models.BasedOn(Visitor, Submission, parent), ModelSays.BasedOnSaid)
        : Challenge();

    private IActionResult Said(Refusal? refusal, string done) => refusal is null ? Done($"/s/{Submission.Row.Id}", done) : Refuse(refusal);
}
