using System.IO.Pipelines;
using Evaluator.Board.Scoreboard;
using Microsoft.AspNetCore.Http;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What a stream says while nothing happens that its visitor may see.</summary>
public class EventStreamSpecs
{
    /// <summary>News that follow each other faster than the stream breathes, none of which this visitor may see.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Hidden_news_neither_silence_a_stream_nor_show_in_it()
    {
        Pipe pipe = new();
        DefaultHttpContext context = new();
        context.Response.Body = pipe.Writer.AsStream();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        int asked = 0;
        Followed followed = new("standings", () => "v1", () =>
        {
            asked++;
            return Task.CompletedTask;
        });
        Task sent = EventStream.Send(context.Response, followed, null, TimeSpan.FromSeconds(0.25), end.Token);
        using StreamReader reader = new(pipe.Reader.AsStream());
        List<string> heard = [];
        while (heard.Count(line => line == ": here") < 3)
            if (await reader.ReadLineAsync(end.Token) is { Length: > 0 } line)
                heard.Add(line);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        Assert.Equal(["retry: 2000", "event: standings", "id: v1", "data: {\"version\":\"v1\"}", ": here", ": here", ": here"], heard);
        Assert.True(asked > 3, $"there were {asked} news: nothing is proven");
    }
}
