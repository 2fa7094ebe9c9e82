using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.Specs;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// No competitor sees more than is theirs: every route is walked with every role, and what must stay hidden is planted first: an exact
/// time, cases, another team's file and
/// words, and all that came after a freeze.
/// </summary>
public partial class AccessSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact]
    public async Task Every_route_is_in_the_table_and_the_table_has_no_other()
    {
        IReadOnlyList<(string Method, string Pattern, bool IsPage)> routes = await Routes.All();
        IEnumerable<string> known = AccessTable.Reads.Select(row => "GET " + row.Route)
            .Concat(AccessTable.Changes.Select(row => $"{row.Method} {row.Route}"))
            .Concat(AccessTable.WithCodeOrKey);
        IEnumerable<string> there = routes.Where(route => !IsWork(route.Pattern)).Select(route => $"{route.Method} {route.Pattern}");
        Assert.Equal(known.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_has_a_way_for_programs()
    {
        IReadOnlyList<(string Method, string Pattern, bool IsPage)> routes = await Routes.All();
        HashSet<string> there = [.. routes.Select(route => $"{route.Method} {route.Pattern}")];
        List<string> missing = [];
        foreach ((string _, string pattern, bool _)
            in routes.Where(route => route.IsPage && !AccessTable.ForPeopleAlone.Contains(route.Pattern)))
            if (AccessTable.ProgramsWay.TryGetValue(pattern, out string[]? ways))
                missing.AddRange(ways.Where(way => !there.Contains(way)).Select(way => $"{pattern}: {way} is not there"));
            else
                missing.Add($"{pattern}: no way for programs");
        Assert.NotEmpty(routes.Where(route => route.IsPage));
        Assert.Empty(missing);
    }

    [Fact]
    public async Task What_every_form_does_a_program_can_do_too()
    {
        HashSet<string> there = [.. (await Routes.All()).Select(route => $"{route.Method} {route.Pattern}")];
        IEnumerable<string> handlers = (await Routes.Handlers()).Where(handler => !AccessTable.ForPeopleAlone.Contains(handler.Page))
            .Select(handler => $"{handler.Page} {handler.Handler}");
        Assert.Equal(HandlerTable.Rows.Select(row => $"{row.Page} {row.Handler}").Order(StringComparer.Ordinal),
            handlers.Order(StringComparer.Ordinal));
        Assert.Empty(HandlerTable.Rows.Where(row => !there.Contains(row.Way)));
    }

    [Fact(Timeout = 600_000)]
    public async Task Every_role_is_answered_what_the_table_says_and_sees_nothing_hidden()
    {
        using SampleChallenge challenge = new(AddFinalSet);
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ben = await organiser.Invites("Ben");
        using Person stranger = new(board.Address);
        (string shown, string[] hiddenFromAll, string[] hiddenFromAda) = await Plant(board, organiser, ada, ben);
        string terns = JsonNode.Parse((await Read(ben, $"/api/v1/c/{Contest}/team")).Text)!["id"]!.GetValue<string>();
        List<string> wrong = [];
        foreach ((Who who, Person person)
            in ((Who, Person)[])[(Who.Stranger, stranger), (Who.Own, ada), (Who.Other, ben), (Who.Organiser, organiser)])
        {
            string[] hidden = who switch
            {
                Who.Organiser => [],
                Who.Other => hiddenFromAll,   // what is hidden from Ada is Ben's own
                _ => [.. hiddenFromAll, .. hiddenFromAda],
            };
            foreach ((string _, string address, Who may) in AccessTable.Reads)
            {
                string path = address.Replace(AccessTable.Submission, shown).Replace(AccessTable.Terns, terns);
                (HttpStatusCode status, string text) = await Read(person, path);
                if ((status == HttpStatusCode.OK) != may.HasFlag(who))
                    wrong.Add($"{who} asks {path}: {(int)status}");
                wrong.AddRange(hidden.Where(text.Contains).Select(secret => $"{who} sees \"{secret}\" in {path}"));
            }
        }
        wrong.AddRange(await ErrorWalk.Tells(ada, Contest, shown, hidden: hiddenFromAda[2]));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await OfExamplesTheOwnTeamReads(board, ada, [stranger, ben]);
        // The same secrets are there for those who may see them: the walk above can find them.
        (HttpStatusCode _, string exact) = await Read(organiser, $"/c/{Contest}/provisional/standings");
        Assert.Contains("0.357", exact);
        (HttpStatusCode _, string own) = await Read(ben, $"/c/{Contest}/submissions");
        ForEvery.In(hiddenFromAda[..2], secret => Assert.Contains(secret, own));
    }

    /// <summary>What the walk finds of a closed set nowhere is there where the set is open, for those whose it is.</summary>
    private static async Task OfExamplesTheOwnTeamReads(RunningBoard board, Person own, Person[] others)
    {
        string example = await own.Submits(Contest, "examples", "class Example { }");
        using RecordedResults results = new(board.Folder);
        await results.RunFile(example, "example", "public.json", """{"cases":["verdict-of-an-example"]}""");
        foreach (string path in (string[])[$"/s/{example}/log", $"/api/v1/submissions/{example}/log"])
        {
            await Await.Says(own, path, "verdict-of-an-example");
            foreach (Person other in others)
                Assert.Equal(HttpStatusCode.NotFound, (await Read(other, path)).Status);
        }
    }

    [Fact(Timeout = 600_000)]
    public async Task What_changes_state_takes_a_token_with_the_right_and_no_cookie()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person reader = await organiser.Invites("Rita");
        await organiser.MakeToken("organise");
        await ada.MakeToken("submit");
        await reader.MakeToken("read");
        List<string> wrong = [];
        foreach ((string method, string route, Who may) in AccessTable.Changes.Where(row => row is not { Route: "/api/v1/me" }))
        {
            string path = Address(route);
            wrong.AddRange(
                Unless(HttpStatusCode.Unauthorized, await Status(ada, method, path, withToken: false), $"cookie alone, {method} {path}"));
            wrong.AddRange(Unless(HttpStatusCode.Forbidden, await Status(reader, method, path, withToken: true),
                $"a token that reads, {method} {path}"));
            HttpStatusCode competitor = await Status(ada, method, path, withToken: true);
            if ((competitor is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) == may.HasFlag(Who.Own)
                && !route.EndsWith("/invitation"))
                wrong.Add($"a competitor's token, {method} {path}: {(int)competitor}");
            HttpStatusCode byOrganiser = await Status(organiser, method, path, withToken: true);
            if (byOrganiser is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !route.EndsWith("/invitation"))
                wrong.Add($"an organiser's token, {method} {path}: {(int)byOrganiser}");
        }
        (string Method, string Pattern, bool _)[] work = [.. (await Routes.All()).Where(route => IsWork(route.Pattern))];
        Assert.NotEmpty(work);
        foreach ((string method, string pattern, bool _) in work)
        {
            string path = Placeholder().Replace(pattern, "none");
            wrong.AddRange(
                Unless(HttpStatusCode.Unauthorized, await Status(ada, method, path, withToken: false), $"no token, {method} {path}"));
            foreach (Person person in (Person[])[reader, ada, organiser])
                wrong.AddRange(Unless(HttpStatusCode.Forbidden, await Status(person, method, path, withToken: true),
                    $"a token of no worker, {method} {path}"));
        }
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Unless(HttpStatusCode expected, HttpStatusCode found, string what) =>
        expected == found ? [] : [$"{what}: {(int)found}"];

    private static string Address(string route) =>
        route.Replace("{contest}", Contest).Replace("{phase}", "provisional").Replace("{code}", "none").Replace("{member}", "me")
        .Replace("{id}", "none").Replace("{sha256}", "none").Replace("{account}", "none").Replace("{set}", "none")
            .Replace("{team}", "none").Replace("{conflict}", "none").Replace("{baseline}", "none");

    private static async Task<HttpStatusCode> Status(Person person, string method, string path, bool withToken)
    {
        using HttpRequestMessage request = withToken
            ? person.WithToken(new HttpMethod(method), path) : new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await person.Client.SendAsync(request);
        // A limit on requests says nothing of rights; wait and ask again.
        if (answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null)
        {
            await Task.Delay(1100);
            return await Status(person, method, path, withToken);
        }
        return answer.StatusCode;
    }

    private static bool IsWork(string pattern) => pattern.StartsWith("/api/v1/work/", StringComparison.Ordinal);

    private static void AddFinalSet(JsonObject challenge)
    {
        challenge["phases"]![0]!["open"] = true;
        challenge["phases"]![1]!["finalSet"] = "final";
    }

    private static async Task<(string Shown, string[] HiddenFromAll, string[] HiddenFromAda)> Plant(
        RunningBoard board, Person organiser, Person ada, Person ben)
    {
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        await ada.MakeToken();
        await ben.MakeToken();
        string shown = await ada.Submits(Contest, "provisional", "class Gulls { }");
        using RecordedResults results = new(board.Folder);
        SealedText cases = SealedText.Fresh(new CaseVector("score", ["250250001001"], [77.0625]).ToText());
        SealedText values =
            SealedText.Fresh(
                new ResultValues(new Dictionary<string, decimal> { ["score"] = 4273.125m, ["cpuSeconds"] = 0.357m }, null).ToText());
        results.Append(Contest, new EvaluationRecorded
        {
            Submission = shown,
            Set = "provisional",
            Generation = 0,
            Outcome = Outcome.Scored,
            Values = values.Seal,
            Cases = cases.Seal,
        }, values, cases);
        using HttpResponseMessage frozen =
            await organiser.Posts($"/organise/{Contest}?handler=Freeze", ("phase", "provisional"), ("holds", "true"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, frozen.StatusCode);
        using HttpRequestMessage upload =
            ben.WithToken(HttpMethod.Post, $"/api/v1/c/{Contest}/provisional/submissions?name=TernsSecret.cs&remark=terns-own-words");
        upload.Content = new ByteArrayContent("class Terns { }"u8.ToArray());
        using HttpResponseMessage taken = await ben.Client.SendAsync(upload);
        string late = JsonNode.Parse(await taken.Content.ReadAsStringAsync())!["submission"]!.GetValue<string>();
        string sha256 = JsonNode.Parse(await taken.Content.ReadAsStringAsync())!["sha256"]!.GetValue<string>();
        results.Scored(Contest, late, "provisional", 9999.875m, 0.713m);
        await Eventually(async () => (await Read(organiser, $"/c/{Contest}/provisional/standings")).Text.Contains("Terns"));
        await results.RunFile(shown, "provisional", "public.json", """{"cases":["verdict-of-a-closed-case"]}""");
        await results.RunFile(shown, "provisional", "console/250250001001.txt", "printed-in-a-closed-case");
        return (shown, ["0.357", "0.713", "250250001001", "77.0625", "verdict-of-a-closed-case", "printed-in-a-closed-case"],
            ["TernsSecret.cs", "terns-own-words", late, sha256, "9999.875", "999.875"]);
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (int attempt = 0; attempt < 120; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(500);
        }
        Assert.Fail("it never came to hold");
    }

    /// <summary>Reads an address; of a stream what comes in the first second.</summary>
    private static async Task<(HttpStatusCode Status, string Text)> Read(Person person, string path)
    {
        using HttpResponseMessage answer = await person.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(1100);
            return await Read(person, path);
        }
        if (!path.EndsWith("/live", StringComparison.Ordinal))
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        using CancellationTokenSource second = new(TimeSpan.FromSeconds(1));
        StringBuilder text = new();
        byte[] buffer = new byte[4096];
        try
        {
            await using Stream stream = await answer.Content.ReadAsStreamAsync();
            for (int read; (read = await stream.ReadAsync(buffer, second.Token)) > 0;)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (OperationCanceledException)
        {
            // A second of it is enough.
        }
        return (answer.StatusCode, text.ToString());
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
