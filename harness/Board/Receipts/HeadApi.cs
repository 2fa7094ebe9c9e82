using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Receipts;

/// <summary>The signed head of a contest's log, for programs that remember it.</summary>
internal static class HeadApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/c/{contest}/head", Head)
        .WithSummary("How far the log has come, signed: keep it, and a later log has to go on from it. `/api/v1/key` is the key.");

    private static IResult Head(string contest, ContestShelf shelf, ReceiptDesk desk) =>
        shelf.Find(contest) is { } running && desk.Head(running.Live) is { } head
            ? Results.Text(head.ToText(), "application/json; charset=utf-8")
            : Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));
}
