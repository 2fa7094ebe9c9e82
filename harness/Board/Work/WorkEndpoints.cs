using System.Data.Common;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Work;

/// <summary>What workers call, with tokens of their own: /api/v1/work. Documented in WORKERS.md.</summary>
internal static class WorkEndpoints
{
    private const string LeaseHeader = "Lease";

    private const int MostWaitSeconds = 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder work = routes.MapGroup("/api/v1/work").RequireAuthorization(Policies.Worker).DisableRateLimiting()
            .DisableAntiforgery();
        work.MapPost("/lease", Lease);
        work.MapPost("/heartbeat", Heartbeat);
        work.MapGet("/{job}/submission", Submission);
        work.MapGet("/{job}/data", Data);
        work.MapGet("/{job}/files", Files);
        work.MapGet("/{job}/files/{**name}", OneFile);
        Post(work, "plan", JobsJson.Default.PlanReport,
            (intake, request, report, files) => intake.Planned(request.Job, request.Key, request.Token, report, files));
        Post(work, "results", JobsJson.Default.CaseReport,
            (intake, request, report, files) => intake.Played(request.Job, request.Key, request.Token, report, files));
        Post(work, "summary", JobsJson.Default.MergeReport,
            (intake, request, report, files) => intake.Merged(request.Job, request.Key, request.Token, report, files));
        Post(work, "faults", JobsJson.Default.FaultReport,
            (intake, request, report, _) => intake.Faulted(request.Job, request.Key, request.Token, request.Host, report));
    }

    private static async Task<IResult> Lease(HttpContext context, WorkQueue queue, IHostApplicationLifetime life)
    {
        Outcome<LeaseRequest> read = await PostedJson.Read(context.Request, JobsJson.Default.LeaseRequest, "what the worker is");
        if (read.IsRefused)
            return Problems.Of(read.Refusal);
        LeaseRequest request = read.Value;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        try
        {
            Lease? lease = await queue.Lease(request with { WaitSeconds = Math.Clamp(request.WaitSeconds, 0, MostWaitSeconds) },
                context.User.Visitor().TokenId!, stop.Token);
            if (lease is null && queue.WhyNot(request) is { } refusal)
                return Problems.Of(refusal);
            return lease is null ? Results.NoContent() : Results.Json(lease, JobsJson.Default.Lease);
        }
        catch (OperationCanceledException)
        {
            return Results.NoContent();    // the board stops, or nobody is there any more
        }
    }

    private static async Task<IResult> Heartbeat(HttpContext context, WorkQueue queue)
    {
        Outcome<HeartbeatRequest> read =
            await PostedJson.Read(context.Request, JobsJson.Default.HeartbeatRequest, "the keys of leases");
        return Problems.Of(read, request => Results.Json(
            new HeartbeatAnswer(queue.Heartbeat(request, context.User.Visitor().TokenId!)), JobsJson.Default.HeartbeatAnswer));
    }

    private static IResult Submission(string job, HttpContext context, Database database, Blobs blobs) =>
        Held(job, context, database) is not { } held ? Problems.Of(NotYours(job))
        : blobs.Open(OrderOf(held, database).Submission.Sha256) is { } content ? Results.Stream(content)
        : Problems.Of(Refusal.NotFound($"The submission of {job} is gone from the board's disk."));

    private static IResult Data(string job, HttpContext context, Database database, ContestData data) =>
        Held(job, context, database) is not { } held
        ? Problems.Of(NotYours(job)) : Results.File(data.ArchiveOf(held.Contest), "application/gzip");

    private static IResult Files(string job, HttpContext context, Database database)
    {
        if (Held(job, context, database) is not { } held)
            return Problems.Of(NotYours(job));
        bool all = held.Kind == "merge";
        using DbConnection connection = database.Read();
        IReadOnlyList<RunFile> files = connection.Query<RunFile>("""
            SELECT name AS Name, sha256 AS Sha256, size AS Bytes FROM run_file
            WHERE evaluation = @Evaluation AND (name IN ('run.json', 'data.sha256') OR @all = 1 AND (name LIKE 'cases/%'
                OR name LIKE 'predictions/%' OR name LIKE 'console/%'))
            ORDER BY name
            """, new { held.Evaluation, all = all ? 1 : 0 }).AsList();
        return Results.Json(files, JobsJson.Default.IReadOnlyListRunFile);
    }

    private static IResult OneFile(string job, string name, HttpContext context, Database database, Blobs blobs)
    {
        if (Held(job, context, database) is not { } held)
            return Problems.Of(NotYours(job));
        using DbConnection connection = database.Read();
        string? sha256 = connection.QuerySingleOrDefault<string>("SELECT sha256 FROM run_file WHERE evaluation = @Evaluation AND name = "
            + "@name", new { held.Evaluation, name });
        return sha256 is not null && blobs.Open(sha256) is { } content
            ? Results.Stream(content) : Problems.Of(Refusal.NotFound($"{held.Evaluation} has no file {name}."));
    }

    private static void Post<T>(
        RouteGroupBuilder work, string what, JsonTypeInfo<T> type, Func<ResultIntake, JobRequest, T, IReadOnlyList<RunFile>, Refusal?> take)
        where T : class =>
        work.MapPost("/{job}/" + what, async (string job, HttpContext context, ResultIntake intake, Blobs blobs) =>
        {
            Outcome<PostedReport<T>> posted = await PostedReport<T>.Read(context.Request, type, blobs, context.RequestAborted);
            if (posted.IsRefused)
                return Problems.Of(posted.Refusal);
            var request = new JobRequest(job, context.Request.Headers[LeaseHeader].ToString(), context.User.Visitor().TokenId!,
                context.Request.Headers["Worker-Host"].ToString());
            return take(intake, request, posted.Value.Report, posted.Value.Files) is { } refusal
                ? Problems.Of(refusal) : Results.NoContent();
        }).WithMetadata(new RequestSizeLimitAttribute(PostedReport<T>.MostBytes));

    private static HeldJob? Held(string job, HttpContext context, Database database)
    {
        using DbConnection connection = database.Read();
        return WorkQueue.Held(connection, null, job, context.Request.Headers[LeaseHeader].ToString(), context.User.Visitor().TokenId!);
    }

    private static EvaluationOrder OrderOf(HeldJob held, Database database)
    {
        using DbConnection connection = database.Read();
        string order = connection.QuerySingle<string>("SELECT work_order FROM evaluation WHERE id = @Evaluation", new { held.Evaluation });
        return System.Text.Json.JsonSerializer.Deserialize(order, JobsJson.Default.EvaluationOrder)!;
    }

    private static Refusal NotYours(string job) =>
        Refusal.Conflict($"The lease of {job} is over, or it was never this worker's. Ask for another job.");

    private sealed record JobRequest(string Job, string Key, string Token, string Host);
}
