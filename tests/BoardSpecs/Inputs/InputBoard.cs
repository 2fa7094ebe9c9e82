using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Tables;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>
/// One full board for all that is sent to it, without a limit on requests; and for every name of a field, of a query and in an address a
/// value that makes sense there, so that what stands beside the hostile text lets it come through.
/// </summary>
[CollectionDefinition(Shared)]
public sealed partial class InputBoard : IAsyncLifetime, ICollectionFixture<InputBoard>
{
    public const string Shared = "one board for all that is sent to it";

    private static readonly DateTime Start = DateTime.UtcNow;

    private string team = "", ben = "", invitation = "";
    private JsonObject phase = null!;

    internal FullBoard Full { get; private set; } = null!;

    internal Person Worker { get; private set; } = null!;

    /// <summary>Nobody who is signed in. What is guessed is counted by address, so strangers' forms and programs have one each.</summary>
    internal Person Stranger { get; private set; } = null!;

    internal Person StrangersProgram { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Full = await FullBoard.Make(limited: false);
        team = JsonNode.Parse(await Full.Ada.Client.GetStringAsync($"/api/v1/c/{FullBoard.Contest}/team"))!["id"]!.GetValue<string>();
        ben = JsonNode.Parse(await Full.Ben.Client.GetStringAsync("/api/v1/me"))!["id"]!.GetValue<string>();
        phase = JsonNode.Parse(await Full.Organiser.Client.GetStringAsync(
            $"/api/v1/organise/{FullBoard.Contest}/phases/provisional"))!.AsObject();
        invitation = (await Asked(HttpMethod.Post, "/api/v1/organise/invitations",
            new { role = "competitor", contest = FullBoard.Contest, note = "many", uses = 1000, days = 1 }))["code"]!.GetValue<string>();
        string token = (await Asked(HttpMethod.Post, $"/api/v1/organise/{FullBoard.Contest}/workers/tokens?name=spec", null))["token"]!
            .GetValue<string>();
        Worker = new Person(Full.Web.Address, IPAddress.Parse("127.0.0.4")) { Token = token };
        Stranger = new Person(Full.Web.Address, IPAddress.Parse("127.0.0.2"));
        StrangersProgram = new Person(Full.Web.Address, IPAddress.Parse("127.0.0.3"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Person person in (Person[])[Worker, Stranger, StrangersProgram])
            person.Dispose();
        await Full.DisposeAsync();
    }

    /// <summary>An address of a route, with everything in it but one name as it should be.</summary>
    internal string AddressOf(string pattern, string? hostile = null, string text = "") =>
        "/" + Placeholder().Replace(pattern, part => Uri.EscapeDataString(
            part.Groups[1].Value == hostile ? text : Of(pattern, part.Groups[1].Value))).TrimStart('/');

    /// <summary>Who is sent to a route or a page: whoever may do what it does.</summary>
    internal Person Whose(string pattern) => pattern.TrimStart('/') switch
    {
        string work when work.StartsWith("api/v1/work/", StringComparison.Ordinal) => Worker,
        string organise when organise.Contains("organise", StringComparison.Ordinal) || organise == "metrics" => Full.Organiser,
        string walkIn when walkIn.StartsWith("api/", StringComparison.Ordinal) && walkIn.Contains("walk-in") => StrangersProgram,
        string door when door.StartsWith("sign-in") || door.StartsWith("sign-up") || door.StartsWith("join") || door == "sign-out"
            || door.Contains("walk-in") => Stranger,
        _ => Full.Ada,
    };

    /// <summary>What makes sense under a name.</summary>
    internal string Of(string pattern, string name)
    {
        bool walkIn = pattern.Contains("walk-in", StringComparison.Ordinal) || pattern.EndsWith("/best", StringComparison.Ordinal)
            || pattern.EndsWith("/prizes", StringComparison.Ordinal);
        string plain = name.Split('.')[^1].ToLowerInvariant();
        if (name.Contains("Needs.", StringComparison.Ordinal) || plain == "atleast")
            return Member(phase["needs"] as JsonObject ?? [], plain);
        return plain switch
        {
            "contest" => walkIn ? FullBoard.WalkIn : FullBoard.Contest,
            "phase" or "wantedphase" or "of" => walkIn ? PicksChallenge.Phase
                : pattern.Contains("documents", StringComparison.Ordinal) ? "past"
                : pattern.Contains("models", StringComparison.Ordinal) ? "examples"
                : "provisional",
            "team" => walkIn ? "Walkers" : team,
            "submission" or "submissions" or "chosen" => Full.Submissions.Scored,
            "id" when pattern.Contains("submissions", StringComparison.Ordinal) || pattern.StartsWith("s/", StringComparison.Ordinal) =>
                pattern.EndsWith("like", StringComparison.Ordinal) ? Full.Submissions.Open : Full.Submissions.Scored,
            "parent" => Full.Submissions.Open,
            "code" => pattern.StartsWith("join", StringComparison.Ordinal) ? invitation
                : pattern.Contains("{code", StringComparison.Ordinal) ? "none" : "",
            "name" when pattern.EndsWith("submissions", StringComparison.Ordinal) => walkIn ? "mine.csv" : "Mine.cs",
            "name" when pattern.EndsWith("documents", StringComparison.Ordinal) => "derivation.txt",
            "name" when pattern.Contains("files", StringComparison.Ordinal) => "events.tsv",
            "kind" => pattern.Contains("rewards", StringComparison.Ordinal) ? "FirstAbove" : "derivation",
            "formkey" or "teamkey" => "evb_" + new string('k', 43),
            "title" => phase["title"]!.GetValue<string>(),
            "opens" or "closes" or "freezes" or "publishes" or "documentsuntil" or "modelsfrom" or "release" or "models" =>
                Member(phase, plain),
            "scoredaday" or "scoredintotal" or "attemptedaday" or "attemptedintotal" or "inflight" or "column" or "once" or "profile"
                or "delta" or "rate" or "cap" or "seconds" or "place" or "share" or "job" when !pattern.Contains("{job}") => "",
            "documentname" => "v1",
            "rule" when !pattern.Contains("{rule}") => "FirstAbove",
            "conflict" => "x-one",
            "firststands" => "true",
            "waitseconds" => "0",
            "account" => ben,
            "handle" => "Ada",    // whose name is taken: nobody comes to be signed in by what is tried
            "role" => "competitor",
            "scope" => "read",
            "shown" => "Page",
            "provider" => "github",
            "repository" when pattern.StartsWith("/hooks", StringComparison.Ordinal) => "r-one",
            "url" => "https://github.com/ada/predictor.git",
            "commit" => new string('a', 40),
            "mail" => "ada@example.org",
            "old" or "password" => "not the password",
            "fresh" => "another long password",
            "reason" or "remark" or "note" or "about" or "message" or "why" => "said " + (DateTime.UtcNow - Start).Ticks,
            "version" or "uses" or "days" or "points" or "p" or "page" or "at" or "from" or "amount" => "1",
            "threshold" => "3000",
            "holds" or "likes" or "allabovebaseline" or "singlemodel" => "false",
            _ => "none",
        };
    }

    private static string Member(JsonObject of, string name) =>
        of.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString() ?? "";

    /// <summary>The settings of the phase as they are: a form that sets one of them sends all.</summary>
    internal JsonObject PhaseAsItIs() => phase.DeepClone().AsObject();

    private async Task<JsonNode> Asked(HttpMethod method, string path, object? body)
    {
        using HttpResponseMessage answer = await Full.Organiser.Sends(method, path, body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    [GeneratedRegex(@"\{\**([A-Za-z0-9]+)\??\}")]
    private static partial Regex Placeholder();
}
