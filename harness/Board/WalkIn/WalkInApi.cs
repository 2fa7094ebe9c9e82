using Evaluator.Board.Contests;
using Evaluator.Board.HandingIn;
using Evaluator.Board.People;
using Evaluator.Board.Receipts;
using Evaluator.Board.Refusals;
using Evaluator.Board.Tables;
using Evaluator.Challenges;

namespace Evaluator.Board.WalkIn;

/// <summary>Walking in by a program, and the board on the wall as JSON. The key is a header: a form on another site cannot send
/// one.</summary>
internal static class WalkInApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/c/{contest}/{phase}/walk-in/submissions", HandIn).RequireRateLimiting(Policies.Guessing)
            .WithSummary("Hand in to a walk-in contest: the body is the file, `?team=` the team's name, `?name=` the file's; the header "
                + "`Team-Key` (evb_ and 43 letters of base64url, "
                + "made by the sender) claims the name. From then on it is the team's token: hand in at /submissions, which counts nobody "
                + "by their address; `Event-Code` where the contest asks for one; `Idempotency-Key`.");
        api.MapGet("/c/{contest}/{phase}/best", Best)
            .WithSummary("The 200 best submissions of a walk-in contest; `?each=team` the best of each team.");
        api.MapPost("/organise/{contest}/teams/{team}/key", NewKey).RequireAuthorization(Policies.TokenOfOrganiser)
            .WithSummary("A new key for a walk-in team that lost its own; the answer is the only time it is shown.");
    }

    private static async Task<IResult> HandIn(
        string contest, string phase, string? team, string? name, string? remark, HttpContext context, ContestShelf shelf, WalkInDesk desk,
        ReceiptDesk receipts, TimeProvider clock, CancellationToken stop)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is null)
            return Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" of a contest \"{contest}\"."));
        if (context.Request.HasFormContentType)
            return Problems.Of(new Refusal(StatusCodes.Status415UnsupportedMediaType, "media-type",
                "Send the file itself as the body, and its name as ?name=."));
        IHeaderDictionary headers = context.Request.Headers;
        NewTeam who = new(team, headers["Team-Key"], headers["Event-Code"]);
        Outcome<WalkedIn> taken =
            await desk.Take(running, phase, who, new Upload(name, context.Request.Body, remark, headers["Idempotency-Key"], null), stop);
        return Problems.Of(taken, walkedIn => Results.Json(new
        {
            says = TableAnswer.Say(running, walkedIn.Accepted.Submission, clock.GetUtcNow()),
            submission = walkedIn.Accepted.Submission,
            sha256 = walkedIn.Accepted.Sha256,
            bytes = walkedIn.Accepted.Bytes,
            again = walkedIn.Accepted.Again,
            status = $"/api/v1/submissions/{walkedIn.Accepted.Submission}",
            page = $"/s/{walkedIn.Accepted.Submission}",
            receipt = receipts.JsonOf(running.Live, walkedIn.Accepted.Submission),
        }, statusCode: walkedIn.Accepted.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created));
    }

    private static IResult Best(string contest, string phase, string? each, HttpContext context, ContestShelf shelf, BestDesk best)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is not { } known
            || best.Rows(running, known, context.User.Visitor(), each == "team") is not { } rows)
            return Problems.Of(Refusal.NotFound($"There is no walk-in board of \"{phase}\" in \"{contest}\"."));
        IReadOnlyList<Column> columns = running.Live.Contest.Columns;
        return Results.Json(new
        {
            contest,
            phase,
            rows = rows.Select(row => new
            {
                place = row.Place,
                team = row.Team,
                values = Enumerable.Range(0, row.Values.Count).ToDictionary(column => columns[column].Name, column => row.Values[column]),
                remark = row.Remark,
                own = row.IsOwn,
            }),
        });
    }

    private static IResult NewKey(string contest, string team, HttpContext context, ContestShelf shelf, TeamKeys keys) =>
        Problems.Of(shelf.Find(contest) is { } running
            ? keys.Renew(context.User.Visitor(), running, team) : Refusal.NotFound($"There is no contest \"{contest}\"."),
            key => Results.Json(new { key }));
}
