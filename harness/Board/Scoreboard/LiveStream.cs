using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluator.Board.Scoreboard;

/// <summary>
/// <c>/c/CONTEST/PHASE/live</c>: server-sent events. An event says that the table this visitor sees is another one, by its version; the
/// page asks for the rows with the
/// same eyes. So a stream can tell nobody more than the page does.
/// </summary>
/// <remarks>
/// A stream that comes back names the last version that it saw (Last-Event-ID) and hears at once if there is a newer one. It ends when the
/// board stops: an open stream would hold
/// the shutdown up.
/// </remarks>
internal static class LiveStream
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);   // proxies cut what is silent for 30 s and more

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);   // many results at once are one event

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        app.MapGet("/c/{contest}/{phase}/live", Stream).DisableRequestTimeout().ExcludeFromDescription();
        api.MapGet("/c/{contest}/{phase}/live", Stream).DisableRequestTimeout()
            .WithSummary("Server-sent events: `event: standings`, the id names the version; ask for the standings when it changes.");
    }

    private static async Task Stream(
        string contest, string phase, HttpContext context, ContestShelf shelf, StandingsDesk desk, IHostApplicationLifetime life)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";   // nginx would keep events back
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, life.ApplicationStopping);
        BoardMeter.Streams.Add(1);
        try
        {
            await Send(context.Response, running, phase, context.User.Visitor(), context.Request.Headers["Last-Event-ID"], desk, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The visitor has gone, or the board stops.
        }
        finally
        {
            BoardMeter.Streams.Add(-1);
        }
    }

    private static async Task Send(
        HttpResponse response, RunningContest contest, string phase, Visitor visitor, string? seen, StandingsDesk desk,
        CancellationToken end)
    {
        await response.WriteAsync("retry: 2000\n\n", end);
        while (true)
        {
            Task news = contest.Live.News;
            if (desk.Table(contest, phase, visitor, null) is StandingsTable table && table.Version is { } version
                && version != seen)
            {
                seen = version;
                await response.WriteAsync($"event: standings\nid: {version}\ndata: {{\"version\":\"{version}\"}}\n\n", end);
            }
            await response.Body.FlushAsync(end);
            try
            {
                await news.WaitAsync(Breath, end);
                await Task.Delay(Gathering, end);
            }
            catch (TimeoutException)
            {
                await response.WriteAsync(": here\n\n", end);
            }
        }
    }
}
