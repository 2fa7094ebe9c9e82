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
/// Between events it breathes, at moments that news does not move: a breath that came late would tell of news that this visitor may not
/// see, and one that never came under much of it would leave the stream to the proxies, which cut what is silent.
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
            await Send(context.Response, followed, context.Request.Headers["Last-Event-ID"], Breath, end.Token);
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

    /// <param name="seen">The last version that the visitor knows; null where there is none.</param>
    /// <param name="breath">How often the stream says that it is there.</param>
    internal static async Task Send(HttpResponse response, Followed followed, string? seen, TimeSpan breath, CancellationToken end)
    {
        await response.WriteAsync("retry: 2000\n\n", end);
        using PeriodicTimer breaths = new(breath);
        Task next = breaths.WaitForNextTickAsync(end).AsTask(), news = Task.CompletedTask;
        while (true)
        {
            if (news.IsCompleted)
            {
                news = Gathered(followed.News(), end);   // asked for before the version is: nothing gets lost between the two
                if (followed.Version() is { } version && version != seen)
                {
                    seen = version;
                    await response.WriteAsync($"event: {followed.Event}\nid: {version}\ndata: {{\"version\":\"{version}\"}}\n\n", end);
                }
            }
            if (next.IsCompleted)
            {
                next = breaths.WaitForNextTickAsync(end).AsTask();
                await response.WriteAsync(": here\n\n", end);
            }
            await response.Body.FlushAsync(end);
            await await Task.WhenAny(next, news);
        }
    }

    private static async Task Gathered(Task news, CancellationToken end)
    {
        await news.WaitAsync(end);
        await Task.Delay(Gathering, end);
    }
}
