using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Receipts;
using Evaluator.Board.Refusals;
using Evaluator.Board.Tables;

namespace Evaluator.Board.HandingIn;

/// <summary>Handing in by a program: the file is the body, its name is in the address.</summary>
internal static class HandInApi
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/c/{contest}/{phase}/submissions", HandIn)
        .RequireAuthorization(Policies.TokenOfCompetitor)
        .WithSummary(
            "Hand in a file. The body is the file, `?name=` its name; `Idempotency-Key` makes sending again harmless. 201 with the "
            + "submission's address and its receipt, signed with the board's key: keep that.");

    private static async Task<IResult> HandIn(
        string contest, string phase, string? name, string? remark, bool? singleModel, HttpContext context, ContestShelf shelf,
            HandInDesk desk, ReceiptDesk receipts, TimeProvider clock, CancellationToken stop)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is null)
            return Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" of a contest \"{contest}\"."));
        if (context.Request.HasFormContentType)
            return Problems.Of(new Refusal(
                StatusCodes.Status415UnsupportedMediaType, "media-type",
                "Send the file itself as the body, as application/octet-stream, and its name as ?name=."));
        string? key = context.Request.Headers["Idempotency-Key"];
        Outcome<Accepted> taken = await desk.Take(
            context.User.Visitor(), running, phase, new Upload(name, context.Request.Body, remark, key, singleModel), stop);
        return Problems.Of(taken, accepted => Results.Json(
            new
            {
                submission = accepted.Submission,
                sha256 = accepted.Sha256,
                bytes = accepted.Bytes,
                again = accepted.Again,
                says = TableAnswer.Say(running, accepted.Submission, clock.GetUtcNow()),
                status = $"/api/v1/submissions/{accepted.Submission}",
                page = $"/s/{accepted.Submission}",
                receipt = receipts.JsonOf(running.Live, accepted.Submission),
            },
            statusCode: accepted.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created));
    }
}
