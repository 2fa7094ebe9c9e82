using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluator.Board.Organising;

/// <summary>The download of everything, of the page and for programs.</summary>
internal static class ArchiveApi
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/organise/{contest}/export", Download).RequireAuthorization(Policies.Organiser)
            .WithSummary("Everything of a contest as a zip: the log with its seals open, names, submissions and documents, the audit log.");
        app.MapGet("/organise/{contest}/export.zip", Download).RequireAuthorization(Policies.Organiser).ExcludeFromDescription();
    }

    private static IResult Download(
        string contest, HttpContext context, ContestShelf shelf, ContestArchive archive, AuditLog audit, CancellationToken stop)
    {
        if (shelf.Find(contest) is not { } running)
            return Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));
        // A zip's entry ends with a write that is not asynchronous (System.IO.Compression's WrappedStream): a few bytes each.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        audit.Note(context.User.Visitor(), contest, "export-all", "");
        return Results.Stream(stream => archive.WriteTo(stream, running, stop), "application/zip", $"{contest}.zip");
    }
}
