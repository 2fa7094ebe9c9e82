using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Store;
using Evaluator.Board.Teams;
using Evaluator.Challenges;

namespace Evaluator.Board.Documents;

/// <summary>Winners' documents for programs, and the download of the pages.</summary>
internal static class DocumentApi
{
    private static readonly Refusal NotThere = Refusal.NotFound("There is no such document that you may have.");

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/c/{contest}/{phase}/documents", Own).RequireAuthorization(Policies.Competitor)
            .WithSummary("The documents that your team handed in after this phase, the newest first.");
        api.MapPost("/c/{contest}/{phase}/documents", HandIn).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Hand in a document: the body is the file, `?name=` its name, `?kind=` derivation or licences. Captains only.");
        api.MapGet("/documents/{id}/file", File).WithSummary("The bytes of a document of your team; organisers have all.");
        api.MapGet("/organise/{contest}/documents", All).RequireAuthorization(Policies.Organiser)
            .WithSummary("All documents of a contest, the newest first.");
        app.MapGet("/documents/{id}/file", File).ExcludeFromDescription();
    }

    private static IResult Own(string contest, string phase, HttpContext context, ContestShelf shelf, DocumentDesk desk) =>
        shelf.Find(contest) is { } running && running.Live.Phase(phase) is not null
            && running.Live.TeamOf(context.User.Visitor().AccountId!) is not null
            ? Results.Json(desk.Own(context.User.Visitor(), running.Live, phase).Select(document => Json(document, null)))
            : Problems.Of(Refusal.NotFound("You are in no team of such a contest."));

    private static IResult All(string contest, ContestShelf shelf, DocumentRows rows, TeamNames names) => shelf.Find(contest) is null
        ? Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."))
        : Results.Json(rows.Of(contest).Select(document => Json(document, names.NameOf(document.Team))));

    private static async Task<IResult> HandIn(string contest, string phase, string? kind, string? name, HttpContext context,
        ContestShelf shelf, DocumentDesk desk, CancellationToken stop)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is not { } known)
            return Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" of a contest \"{contest}\"."));
        Outcome<Document> taken = await desk.Take(
            context.User.Visitor(), running.Live, known, kind, name, context.Request.Body, stop);
        return Problems.Of(taken, document => Results.Json(Json(document, null), statusCode: StatusCodes.Status201Created));
    }

    // Whatever it is, a browser saves it and never shows it: it is a stranger's file.
    private static IResult File(string id, HttpContext context, ContestShelf shelf, DocumentDesk desk, Blobs blobs) =>
        desk.Find(context.User.Visitor(), shelf, id) is { } document && blobs.Open(document.Sha256) is { } content
            ? Results.File(content, "application/octet-stream", document.FileName)
            : Problems.Of(NotThere);

    private static object Json(Document document, string? team) => new
    {
        id = document.Id,
        phase = document.Phase,
        team = document.Team,
        name = team,
        kind = document.Kind,
        file = document.FileName,
        sha256 = document.Sha256,
        bytes = document.Bytes,
        received = Moment.Iso(DateTimeOffset.FromUnixTimeMilliseconds(document.Received)),
        address = $"/api/v1/documents/{document.Id}/file",
    };
}
