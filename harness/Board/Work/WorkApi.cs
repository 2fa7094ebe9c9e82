using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Work;

/// <summary>The organisers' side of the queue for programs, as the page of workers has it.</summary>
internal static class WorkApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder reads = api.MapGroup("/organise/{contest}").RequireAuthorization(Policies.Organiser)
            .AddEndpointFilter(KnownContest.Asked);
        RouteGroupBuilder changes = api.MapGroup("/organise/{contest}").RequireAuthorization(Policies.TokenOfOrganiser)
            .AddEndpointFilter(KnownContest.Asked);
        reads.MapGet("/workers", (string contest, WorkOverview overview) => Results.Json(overview.Of(contest)))
            .WithSummary("Workers, what waits, what was given up, conflicts and faults.");
        changes.MapPost("/workers/again", (string contest, string? evaluation, HttpContext context, WorkDesk desk) =>
            Said(desk.TryAgain(context.User.Visitor(), contest, evaluation ?? "")))
            .WithSummary("Have an evaluation that was given up done after all: ?evaluation=.");
        changes.MapPost("/workers/raise", (string contest, string? submission, HttpContext context, WorkDesk desk) =>
            Said(desk.Raise(context.User.Visitor(), contest, submission ?? "")))
            .WithSummary("Put a submission before the others: ?submission=.");
        changes.MapPost("/workers/conflicts/{conflict}",
            (string contest, string conflict, ConflictDecision wanted, HttpContext context, WorkDesk desk) =>
                Said(desk.Decide(context.User.Visitor(), contest, conflict, wanted.FirstStands, wanted.Reason)))
            .WithSummary("Say that the first result of a case stands, or open it again: {\"firstStands\": true, \"reason\": …}.");
        changes.MapPost("/workers/tokens", (string contest, string? name, HttpContext context, WorkDesk desk) =>
                Problems.Of(desk.MakeToken(context.User.Visitor(), contest, name), token => Results.Json(new { token }, statusCode: 201)))
            .WithSummary("Make a worker's token: ?name=. The answer is the only time it is shown.");
        changes.MapDelete("/workers/tokens/{token}",
            (string contest, string token, HttpContext context, WorkDesk desk, WorkOverview overview) =>
                desk.RevokeToken(context.User.Visitor(), contest, token) is { } refusal
                    ? Problems.Of(refusal)
                    : Results.Json(new { submissions = overview.SubmissionsOf(contest, token) }))
            .WithSummary("Revoke a worker's token; answers with the submissions that it had a part in.");
    }

    private static IResult Said(Refusal? refusal) => refusal is null ? Results.NoContent() : Problems.Of(refusal);
}
