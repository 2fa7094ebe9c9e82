using Evaluator.Board.Store;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluator.Board.Scoreboard;

/// <summary>
/// Server-sent events of what changes. An event says that what this visitor sees is another one, by its version; the page asks for it with
/// the same eyes. So a stream can tell nobody more than the page does.
/// </summary>
/// <remarks>
/// A stream that comes back names the last version that it saw (Last-Event-ID) and hears at once if there is a newer one. It ends when the
/// board stops: an open stream would hold the shutdown up.
/// </remarks>
internal static class EventStream
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);   // proxies cut what is silent for 30 s and more

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);   // many results at once are one event

    /// <param name="followed">Null where there is no such thing: 404.</param>
    public static async Task Send(HttpContext context, IHostApplicationLifetime life, Followed? followed)
    {
        if (followed is null)
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
            await Send(context.Response, followed, context.Request.Headers["Last-Event-ID"], end.Token);
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

    private static async Task Send(HttpResponse response, Followed followed, string? seen, CancellationToken end)
    {
        await response.WriteAsync("retry: 2000\n\n", end);
        while (true)
        {
            Task news = followed.News();
            if (followed.Version() is { } version && version != seen)
            {
                seen = version;
                await response.WriteAsync($"event: {followed.Event}\nid: {version}\ndata: {{\"version\":\"{version}\"}}\n\n", end);
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
