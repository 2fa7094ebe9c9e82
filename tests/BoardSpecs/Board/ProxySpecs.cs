using System.Net;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The board behind nginx, as the example of harness/Board/Operating sets it up: HTTPS, uploads, event streams.</summary>
public class ProxySpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task Behind_the_example_of_nginx_everything_works_over_https()
    {
        Assert.SkipUnless(Proxy.Program is not null, "nginx is not installed");
        using SampleChallenge challenge = new();
        string folder = Directory.CreateTempSubdirectory("behind-proxy-").FullName, home = Path.Combine(folder, "board");
        await Succeeds(["new", home, .. await StoreUnderTest.NewDatabaseOption()]);
        await Succeeds("add", home, challenge.Folder);
        Trust(Path.Combine(home, "board.json"));
        await using RunningBoard board = await RunningBoard.Over(home);
        using Proxy proxy = new();
        await proxy.Start(board.Address);

        using Person stranger = new(proxy.PlainAddress);
        using HttpResponseMessage moved = await stranger.Client.GetAsync("/c/x?y=1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("https://localhost/c/x?y=1", moved.Headers.Location?.ToString());

        string link = new Uri(proxy.Address, new Uri(board.OrganiserLink!).AbsolutePath).ToString();
        using Person organiser = await Person.Joins(proxy.Address, link, "Olga");
        using HttpResponseMessage front = await organiser.Client.GetAsync("/organise", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Contains("max-age", front.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.StartsWith(proxy.Address.ToString(), await organiser.InvitesTo(Contest), StringComparison.Ordinal);
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string submission = await ada.Submits(Contest, "provisional", "class A { }");
        using HttpResponseMessage large = await ada.HandsIn(Contest, "provisional", "A.cs", new byte[9_000_000]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("application/problem+json", large.Content.Headers.ContentType?.MediaType);

        // A stream that nginx kept back would stay silent until its buffer is full.
        using HttpResponseMessage stream = await ada.Client.GetAsync(
            $"/c/{Contest}/provisional/live", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using StreamReader events = new(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        string first = await Events.NextVersion(events);
        using (RecordedResults results = new(home))
            results.Scored(Contest, submission, "provisional", 12.5m, 0.1m);
        Assert.NotEqual(first, await Events.NextVersion(events));
        await board.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Trust(string file)
    {
        JsonObject settings = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        settings["trustedProxies"] = new JsonArray("127.0.0.1");
        File.WriteAllText(file, settings.ToJsonString());
    }

    private static async Task Succeeds(params string[] arguments)
    {
        (int exitCode, string output) = await RunningBoard.Runs(arguments);
        Assert.True(exitCode == 0, output);
    }
}
