using System.Text;
using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Scoreboard;

/// <summary>The log of a contest as NDJSON: the lines as they were written, and behind them the seals that this audience may have
/// opened.</summary>
internal static class LogExport
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/c/{contest}/log", Export)
            .WithSummary(
                "The log as NDJSON from entry `?from=` on, with the opened seals of published phases. `evaluator board verify` checks "
                + "it and computes the standings again.");
        app.MapGet("/organise/{contest}/export",
            (string contest, HttpContext context, ContestShelf shelf, Journal journal, Seals seals, AuditLog audit) =>
        {
            audit.Note(context.User.Visitor(), contest, "export", "");
            return Export(contest, null, context, shelf, journal, seals);
        }).RequireAuthorization(Policies.Organiser).ExcludeFromDescription();
    }

    private static IResult Export(string contest, long? from, HttpContext context, ContestShelf shelf, Journal journal, Seals seals)
    {
        if (shelf.Find(contest) is not { } running)
            return Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));
        Audience audience = StandingsDesk.AudienceOf(running, context.User.Visitor());
        (long last, IReadOnlyList<Digest> open) = running.Live.Ask(fold => (fold.LastFor(audience), fold.OpenFor(audience)));
        IReadOnlyList<SealedText> opened = seals.Opened(contest, open);
        return Results.Stream(stream => Write(stream, journal.Lines(contest, from ?? 1, last), opened), "application/x-ndjson",
            $"{contest}.ndjson");
    }

    /// <summary>The lines as they were written, and behind them the opened seals.</summary>
    public static async Task Write(Stream stream, IEnumerable<string> lines, IReadOnlyList<SealedText> opened)
    {
        foreach (string line in lines)
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        using MemoryStream seal = new();
        LogFile.Write(seal, [], opened);
        seal.Position = 0;
        await seal.CopyToAsync(stream);
    }
}
