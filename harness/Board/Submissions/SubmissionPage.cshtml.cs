using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Evaluator.Board.Submissions;

/// <summary>/s/ID: one submission, for those who may see it.</summary>
internal sealed class SubmissionPage(
    SubmissionViews views, SubmissionDesk desk, TeamNames names, Accounts accounts, EvaluationStatus status, TimeProvider clock) : BoardPage
{
    public SubmissionView Submission { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<Column> Columns => Submission.Contest.Live.Contest.Columns;

    private SubmissionWords Says => Words.Of(Submission.Contest.Challenge).Submission;

    public string TeamName => names.NameOf(Submission.Row.Team);

    public string By => accounts.Handles([Submission.Row.Account]).GetValueOrDefault(Submission.Row.Account, "erased");

    /// <summary>What the worker's PublicView says of the cases; only of sets whose cases everybody may see.</summary>
    public string? Report => Submission is { IsOwn: true, Phase.IsOpen: true } ? status.PublicReport(Submission.Row.Id) : null;

    /// <summary>Whether the visitor's own team handed it in; organisers look, but do not act for a team.</summary>
    public bool MayAct => Visitor.MaySubmit && Submission.Contest.Live.TeamOf(Visitor.AccountId!)?.Id == Submission.Row.Team;

    public bool MayChoose => Submission.Phase.FinalSet is not null && !(Submission.Phase.Closes <= Now);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Submission = views.Find(Visitor, RouteData.Values["id"] as string ?? "")!;
        if (Submission is null)
            context.Result = new NotFoundResult();
    }

    public void OnGet()
    {
    }

    public IActionResult OnPostSelect(bool chosen) =>
        Said(desk.Choose(Visitor, Submission, chosen), chosen ? Says.IsChosen : Says.ChosenNoLonger);

    public IActionResult OnPostWithdraw() => Said(desk.Withdraw(Visitor, Submission), Says.Withdrawn);

    private IActionResult Said(Refusal? refusal, string done) => refusal is null ? Done($"/s/{Submission.Row.Id}", done) : Refuse(refusal);
}
