using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Repositories;

/// <summary>What workers call to fetch commits: /api/v1/work/fetches. Documented in WORKERS.md.</summary>
internal static class FetchEndpoints
{
    private const string LeaseHeader = "Lease";

    private const int MostWaitSeconds = 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder fetches = routes.MapGroup("/api/v1/work/fetches").RequireAuthorization(Policies.Worker).DisableRateLimiting()
            .DisableAntiforgery();
        fetches.MapPost("/lease", Lease);
        fetches.MapPost("/{delivery}/heartbeat", (string delivery, HttpContext context, FetchDesk desk) =>
            Said(desk.Beat(delivery, KeyOf(context), context.User.Visitor().TokenId!)));
        fetches.MapPost("/{delivery}/refusal", Refuse);
        fetches.MapPost("/{delivery}/commit", Take).WithMetadata(new RequestSizeLimitAttribute(PostedReport<FetchReport>.MostBytes));
    }

    private static async Task<IResult> Lease(HttpContext context, FetchDesk desk, IHostApplicationLifetime life)
    {
        Outcome<FetchOffer> read = await PostedJson.Read(context.Request, JobsJson.Default.FetchOffer, "who asks");
        if (read.IsRefused)
            return Problems.Of(read.Refusal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        try
        {
            return await desk.Lease(
                Math.Clamp(read.Value.WaitSeconds, 0, MostWaitSeconds), context.User.Visitor().TokenId!, stop.Token) is { } order
                ? Results.Json(order, JobsJson.Default.FetchOrder)
                : Results.NoContent();
        }
        catch (OperationCanceledException)
        {
            return Results.NoContent();    // the board stops, or nobody is there any more
        }
    }

    private static async Task<IResult> Refuse(string delivery, HttpContext context, FetchDesk desk)
    {
        Outcome<FetchRefusal> read = await PostedJson.Read(context.Request, JobsJson.Default.FetchRefusal, "why there is no commit");
        return Problems.Of(read, refusal => Said(desk.Refuse(delivery, KeyOf(context), context.User.Visitor().TokenId!, refusal)));
    }

    private static async Task<IResult> Take(string delivery, HttpContext context, FetchDesk desk, Blobs blobs)
    {
        Outcome<PostedReport<FetchReport>> posted = await PostedReport<FetchReport>.Read(
            context.Request, JobsJson.Default.FetchReport, blobs, context.RequestAborted);
        if (posted.IsRefused)
            return Problems.Of(posted.Refusal);
        return posted.Value.Files is [var handIn]
            ? Said(await desk.Take(
                delivery, KeyOf(context), context.User.Visitor().TokenId!, posted.Value.Report, handIn, context.RequestAborted))
            : Problems.Of(Refusal.Invalid("One file was expected: the hand-in."));
    }

    private static string KeyOf(HttpContext context) => context.Request.Headers[LeaseHeader].ToString();

    private static IResult Said(Refusal? refusal) => refusal is null ? Results.NoContent() : Problems.Of(refusal);
}
