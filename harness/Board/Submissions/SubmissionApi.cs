using System.Text;
using Evaluator.Board.Commits;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Receipts;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Store;

namespace Evaluator.Board.Submissions;

/// <summary>Submissions for programs; the same eyes as the pages.</summary>
internal static class SubmissionApi
{
    private static readonly Refusal NotThere = Refusal.NotFound("There is no such submission that you may see.");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/submissions/{id}", One)
            .WithSummary("A submission: `step` queued, running or done; then `outcome` and what is released of its values.");
        api.MapGet("/submissions/{id}/file", File).WithSummary("The bytes that were handed in: your own team's, and open models.");
        api.MapGet("/submissions/{id}/receipt", ReceiptOf)
            .WithSummary("The board's signed word that it has it: the file's SHA-256, its time, and its entry in the log.");
        api.MapGet("/submissions/{id}/log", Log).WithSummary("What may be shown of the cases, with the console of example cases.");
        api.MapGet("/submissions/{id}/commits", Commits)
            .WithSummary("The commit that a submission of your team is: its log since the one before it, and the changes.");
        api.MapPost("/submissions/{id}/withdraw", Withdraw).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Take a submission of your team back.");
        api.MapGet("/c/{contest}/submissions", Own).RequireAuthorization(Policies.Competitor)
            .WithSummary("Your team's submissions, the newest first.");
        api.MapPut("/c/{contest}/{phase}/finals", Choose).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Choose up to two submissions for the final: a JSON list of ids.");
        api.MapGet("/c/{contest}/{phase}/finals", Chosen).RequireAuthorization(Policies.Competitor)
            .WithSummary("What your team has chosen for the final.");
    }

    public static void MapDownloads(WebApplication app)
    {
        app.MapGet("/s/{id}/file", File).ExcludeFromDescription();
        app.MapGet("/s/{id}/log", Log).ExcludeFromDescription();
        app.MapGet("/s/{id}/receipt", ReceiptOf).ExcludeFromDescription();
    }

    private static IResult One(string id, HttpContext context, SubmissionViews views) =>
        views.Find(context.User.Visitor(), id) is { } view ? Results.Json(Json(view)) : Problems.Of(NotThere);

    private static IResult File(string id, HttpContext context, SubmissionViews views, Blobs blobs) =>
        views.Find(context.User.Visitor(), id) is { MayRead: true } view && blobs.Open(view.Row.Sha256) is { } content
            ? Results.File(content, "application/octet-stream", view.DownloadName)
            : Problems.Of(NotThere);

    private static IResult ReceiptOf(string id, HttpContext context, SubmissionViews views, ReceiptDesk receipts) =>
        views.Find(context.User.Visitor(), id) is { IsOwn: true } view && receipts.Of(view.Contest.Live, id) is { } receipt
            ? Results.File(Encoding.UTF8.GetBytes(receipt.ToText() + "\n"), "application/json", $"{id}.receipt.json")
            : Problems.Of(NotThere);

    private static IResult Log(string id, HttpContext context, SubmissionViews views, EvaluationStatus status) =>
        views.Find(context.User.Visitor(), id) is { IsOwn: true, Phase.IsOpen: true } view && status.PublicReport(view.Row.Id) is { } report
            ? Results.Text(report, "application/json; charset=utf-8")
            : Problems.Of(Refusal.NotFound("There is nothing of its cases that you may see. Example cases are shown when they are done."));

    private static IResult Commits(
        string id, HttpContext context, SubmissionViews views, SourceRows rows, AuthorClaims claims, Accounts accounts, Blobs blobs) =>
        views.Find(context.User.Visitor(), id) is { IsOwn: true } && ShownCommits.Of(
            id, rows, claims, blobs, account => accounts.Handles([account]).GetValueOrDefault(account, "erased")) is { } shown
            ? Results.Json(new
            {
                repository = shown.Source.Repository,
                url = shown.Source.Url,
                commit = shown.Source.CommitId,
                @ref = shown.Source.Ref,
                previous = shown.Source.Previous,
                log = shown.Commits.Select(commit => new
                {
                    commit = commit.CommitId,
                    author = commit.AuthorName,
                    mail = commit.AuthorMail,
                    member = shown.Accounts.GetValueOrDefault(commit.AuthorMail),
                    written = Moment.Iso(DateTimeOffset.FromUnixTimeSeconds(commit.Written)),
                    subject = commit.Subject,
                }),
                changes = shown.Changes,
            })
            : Problems.Of(Refusal.NotFound("There is no such submission of your team that is a commit."));

    private static IResult Withdraw(string id, HttpContext context, SubmissionViews views, SubmissionDesk desk) =>
        views.Find(context.User.Visitor(), id) is not { } view ? Problems.Of(NotThere)
        : desk.Withdraw(context.User.Visitor(), view) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();

    private static IResult Own(string contest, HttpContext context, ContestShelf shelf, SubmissionViews views) =>
        shelf.Find(contest) is { } running
        ? Results.Json(views.Own(context.User.Visitor(), running).Select(Json))
        : Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));

    private static IResult Choose(
        string contest, string phase, string[] submissions, HttpContext context, ContestShelf shelf, SubmissionDesk desk) =>
        shelf.Find(contest) is not { } running ? Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."))
        : submissions.Contains(null!) ? Problems.Of(Refusal.Invalid("There is a null among the ids."))
        : desk.Choose(context.User.Visitor(), running.Live, phase, submissions) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();

    private static IResult Chosen(string contest, string phase, HttpContext context, ContestShelf shelf) =>
        shelf.Find(contest) is { } running && running.Live.Phase(phase) is not null
            && running.Live.TeamOf(context.User.Visitor().AccountId!) is { } team
            ? Results.Json(SubmissionDesk.Chosen(running.Live, team.Id, phase))
            : Problems.Of(Refusal.NotFound("You are in no team of such a contest, or it has no such phase."));

    /// <summary>A submission as whoever asked may see it.</summary>
    public static object Json(SubmissionView view) => new
    {
        id = view.Row.Id,
        contest = view.Row.Contest,
        phase = view.Row.Phase,
        team = view.Row.Team,
        file = view.IsOwn ? view.Row.FileName : null,
        remark = view.IsOwn ? view.Row.Remark : null,
        sha256 = view.Row.Sha256,
        bytes = view.Row.Bytes,
        received = Moment.Iso(view.Shown.At),
        step = view.Step,
        outcome = view.Outcome,
        says = view.Says,
        why = view.Why,
        values = view.Shown.Values is { } values
            ? view.Contest.Live.Contest.Columns.Select((column, place) => (column.Name, Value: values[place]))
                .ToDictionary(pair => pair.Name, pair => pair.Value)
            : null,
        improvement = view.Shown.IsImprovement,
        gainPercent = view.Shown.Gain,
        withdrawn = view.Shown.IsWithdrawn,
        ignored = view.Shown.IsIgnored,
        chosen = view.Shown.IsChosen,
        open = view.IsModelOpen,
    };
}
