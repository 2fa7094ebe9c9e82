using Evaluator.Board.Contests;
using Evaluator.Board.People;

namespace Evaluator.Board.Scoreboard;

/// <summary><c>/c/CONTEST/PHASE/live</c>: the standings as this visitor sees them, as an <see cref="EventStream"/>.</summary>
internal static class LiveStream
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        app.MapGet("/c/{contest}/{phase}/live", Stream).DisableRequestTimeout().ExcludeFromDescription();
        api.MapGet("/c/{contest}/{phase}/live", Stream).DisableRequestTimeout()
            .WithSummary("Server-sent events: `event: standings`, the id names the version; ask for the standings when it changes.");
    }

    private static Task Stream(
        string contest, string phase, HttpContext context, ContestShelf shelf, StandingsDesk desk, IHostApplicationLifetime life)
    {
        Visitor visitor = context.User.Visitor();
        return EventStream.Send(context, life, shelf.Find(contest) is { } running && running.Live.Phase(phase) is not null
            ? new Followed("standings", () => desk.Table(running, phase, visitor, null)?.Version, () => running.Live.News)
            : null);
    }
}
