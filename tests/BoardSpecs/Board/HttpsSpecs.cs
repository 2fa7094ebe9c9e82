using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The board's own HTTPS as OPERATING.md sets it up: a certificate in board.json, no proxy, and the worker beside it.</summary>
public sealed partial class HttpsSpecs : IDisposable
{
    private const string Contest = SampleChallenge.Name;

    private readonly string certificate = Directory.CreateTempSubdirectory("own-https-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(certificate, recursive: true);

    [Fact(Timeout = 300_000)]
    public async Task With_a_certificate_in_board_json_everything_works_over_https_and_plain_visitors_are_sent_there()
    {
        LocalhostCertificate.Write(certificate);
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithCertificate(certificate, challenge.Folder);
        Assert.Equal("https", board.Address.Scheme);
        Uri address = new($"https://localhost:{board.Address.Port}");
        await IsServedWithTheCertificate(address);

        string link = new Uri(address, new Uri(board.OrganiserLink!).AbsolutePath).ToString();
        using Person organiser = await Person.Joins(address, link, "Olga");
        JsonArray cookies = JsonNode.Parse(organiser.BrowserState())!["cookies"]!.AsArray();
        Assert.Equal(["board_form", "board_said", "board_session"], cookies.Select(cookie => (string)cookie!["name"]!).Order());
        ForEvery.In(cookies, cookie => Assert.True((bool)cookie!["secure"]!, cookie.ToJsonString()));
        using HttpResponseMessage front = await organiser.Client.GetAsync("/organise", Stop);
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Contains("max-age", front.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.StartsWith(address.ToString(), await organiser.InvitesTo(Contest), StringComparison.Ordinal);
        await PlainVisitorsAreSentThere(board);
        await Await.Says(organiser, $"/api/v1/organise/{Contest}/workers", "\"sandbox\":");   // the worker has asked for a job

        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string submission = await ada.Submits(Contest, "provisional", "class A { }");
        using HttpResponseMessage stream = await ada.Client.GetAsync(
            $"/c/{Contest}/provisional/live", HttpCompletionOption.ResponseHeadersRead, Stop);
        using StreamReader events = new(await stream.Content.ReadAsStreamAsync(Stop));
        string first = await Events.NextVersion(events);
        using (RecordedResults results = new(board.Folder))
            results.Scored(Contest, submission, "provisional", 12.5m, 0.1m);
        Assert.NotEqual(first, await Events.NextVersion(events));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_certificate_that_is_not_there_is_said_with_the_file_that_names_it()
    {
        string folder = await RunningBoard.FolderWithCertificate(certificate);
        (int exitCode, string said) = await RunningBoard.Runs("serve", folder);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(2, exitCode);
        Assert.Contains("board.json: the board can't listen as `urls` and `kestrel` say.", said);
        Assert.Contains(LocalhostCertificate.File, said);
    }

    /// <summary>To a client that believes this one certificate, for the name in it.</summary>
    private async Task IsServedWithTheCertificate(Uri address)
    {
        using SocketsHttpHandler strict = new();
        using X509Certificate2 known =
            X509CertificateLoader.LoadCertificateFromFile(Path.Combine(certificate, LocalhostCertificate.File));
        strict.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { known },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using HttpClient client = new(strict) { BaseAddress = address };
        Assert.Equal("ready\n", await client.GetStringAsync("/health/ready", Stop));
    }

    /// <summary>The worker's door answers whoever calls it by its own name, and sends on whoever came by the board's.</summary>
    private static async Task PlainVisitorsAreSentThere(RunningBoard board)
    {
        Uri? door = null;
        await Await.That(() =>
        {
            door = board.Output.Select(line => WorkersAddress().Match(line)).FirstOrDefault(line => line.Success) is { } said
                ? new Uri(said.Groups[1].Value) : null;
            return Task.FromResult(door is not null);
        }, () => "the worker never said where it goes:\n" + string.Join('\n', board.Output));
        using Person plain = new(door!);
        using HttpResponseMessage own = await plain.Client.GetAsync("/health/live", Stop);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using HttpRequestMessage visit = new(HttpMethod.Post, "/c/x?y=1") { Headers = { Host = "board.example" } };
        using HttpResponseMessage moved = await plain.Client.SendAsync(visit, Stop);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, moved.StatusCode);
        Assert.Equal($"https://board.example:{board.Address.Port}/c/x?y=1", moved.Headers.Location?.ToString());
    }

    [GeneratedRegex("at the same time, for (http://127.0.0.1:[0-9]+)/")]
    private static partial Regex WorkersAddress();
}
