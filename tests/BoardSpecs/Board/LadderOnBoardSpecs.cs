using System.Text.Json.Nodes;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A phase with a ladder on a board that is served: two boards with one history and one clock, whose last hidden scores differ by less than
/// the grid's step, answer byte for byte alike on every route; and what looks at scores (rules, profiles) looks at released ones.
/// </summary>
public class LadderOnBoardSpecs
{
    private const string Contest = SampleChallenge.Name, Api = $"/api/v1/c/{Contest}", Phase = $"/c/{Contest}/provisional";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    public async Task No_route_tells_two_scores_within_a_step_apart()
    {
        using SampleChallenge challenge = new(WithLadder);
        MovedClock clock = new(DateTimeOffset.UtcNow);
        await using HostedBoard board = await HostedBoard.WithChallenge(challenge.Folder, clock);
        using Person organiser = await Person.Joins(board.Address, board.NewOrganiserLink(), "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ben = await organiser.Invites("Ben");
        using Person stranger = new(board.Address);
        string submission = await History(board, ada, ben);
        await Await.Says(stranger, $"{Phase}/standings", "Terns");
        string[] teams = [await TeamOf(ada), await TeamOf(ben)];
        string backup = board.Folder + "-backup";
        (int exitCode, string said) = await RunningBoard.Runs("backup", board.Folder, backup, "--with-secrets");
        Assert.True(exitCode == 0, said);
        clock.Move(60);

        // 121.05 and 121.2 are both 42 steps of half a percent over the baseline; one of the two rules asks for 121.1. 125 are 50 steps.
        Person[] all = [organiser, ada, ben, stranger];
        IReadOnlyDictionary<string, string>[] answers = [.. await Task.WhenAll(((decimal[])[121.05m, 121.2m, 125m])
            .Select(hidden => Answers(backup, clock.GetUtcNow(), hidden, submission, teams, all)))];
        Directory.Delete(backup, recursive: true);
        IReadOnlyDictionary<string, string> alike = Differences(answers[0], answers[1]);
        Assert.True(alike.Count == 0, string.Join('\n', alike.Select(pair => $"{pair.Key}: {pair.Value}")));
        // The comparison finds what a step more changes, a picture's line and an event's name of what is shown among it.
        IReadOnlyDictionary<string, string> apart = Differences(answers[0], answers[2]);
        ForEvery.In([$"stranger {Phase}/standings", $"stranger {Phase}/live", $"own {Phase}/pictures", $"other {Api}/provisional/models",
            $"stranger {Api}/rewards", $"stranger {Api}/provisional/progress/{teams[0]}"], key => Assert.Contains(key, apart.Keys));
        Assert.Contains("121.000", answers[0][$"stranger {Phase}/standings"]);
        string awards = answers[1][$"stranger {Api}/rewards"];
        Assert.Contains("above-120", awards);
        Assert.DoesNotContain("above-121-1", awards);
        Assert.Contains("above-121-1", answers[2][$"stranger {Api}/rewards"]);
    }

    private static void WithLadder(JsonObject challenge)
    {
        challenge["phases"]![1]!["release"] = "ladder";
        challenge["phases"]![1]!["models"] = "at-once";
        challenge["rewards"] = new JsonArray(Above("above-120", 120m), Above("above-121-1", 121.1m));
    }

    private static JsonObject Above(string name, decimal threshold) => new()
    {
        ["name"] = name,
        ["title"] = name,
        ["phase"] = "provisional",
        ["rule"] = "TeamAbove",
        ["amount"] = 10,
        ["threshold"] = threshold,
    };

    /// <summary>A baseline at 100, the Gulls at 110, the Terns at 115, and one more submission of the Gulls.</summary>
    /// <returns>Its id; it has no result yet.</returns>
    private static async Task<string> History(HostedBoard board, Person ada, Person ben)
    {
        using RecordedResults results = new(board.Folder, board.Clock);
        results.Baseline(Contest, "provisional", "provisional", 100);
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        await ada.MakeToken();
        await ben.MakeToken();
        using HttpResponseMessage shown = await ada.Sends(HttpMethod.Put, "/api/v1/me/profile",
            new { page = true, places = true, submissions = true, rewards = true, elsewhere = false, about = "" });
        Assert.True(shown.IsSuccessStatusCode);
        results.ScoredByCases(Contest, await ada.Submits(Contest, "provisional", "class First { }"), "provisional", 110);
        results.ScoredByCases(Contest, await ben.Submits(Contest, "provisional", "class Terns { }"), "provisional", 115);
        return await ada.Submits(Contest, "provisional", "class Second { }");
    }

    private static async Task<string> TeamOf(Person person) =>
        JsonNode.Parse(await person.Client.GetStringAsync($"{Api}/team", Stop))!["id"]!.GetValue<string>();

    /// <summary>Serves a copy of the board with one more result, and asks every route of the table as everybody but organisers.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Answers(
        string backup, DateTimeOffset now, decimal hidden, string submission, string[] teams, Person[] people)
    {
        await using HostedBoard copy = await HostedBoard.Restored(backup, new MovedClock(now));
        long last;
        using (RecordedResults results = new(copy.Folder, copy.Clock))
            last = 1 + results.ScoredByCases(Contest, submission, "provisional", hidden);    // what it is paid for comes next
        using Person organiser = people[0].At(copy.Address);
        await Await.Says(organiser, $"{Phase}/standings", $"{hidden:0.000}");
        await Await.Says(organiser, $"{Api}/rewards", hidden < 122 ? "above-120" : "above-121-1");
        await KeepsBack(organiser, hidden);
        ComparableText comparable = new(copy.Folder, Contest);
        Dictionary<string, string> answers = [];
        foreach ((string who, Person one) in ((string, Person)[])[("own", people[1]), ("other", people[2]), ("stranger", people[3])])
        {
            using Person person = one.At(copy.Address);
            foreach (string path in Addresses(submission, teams, last))
                answers.Add($"{who} {path}", comparable.Of(await Answer(person, path)));
        }
        return answers;
    }

    /// <summary>Every route of the table, the ways and pictures of both teams, and the standings of every moment.</summary>
    private static IEnumerable<string> Addresses(string submission, string[] teams, long last) =>
        AccessTable.Reads.Select(row => row.Address.Replace(AccessTable.Submission, submission).Replace(AccessTable.Terns, teams[1]))
            .Append($"{Api}/provisional/progress/{teams[0]}")
            .Concat(teams.Select(team => $"{Phase}/pictures?team={team}"))
            .Concat(Enumerable.Range(1, (int)last).SelectMany(seq =>
                (string[])[$"{Phase}/standings.json?at={seq}", $"{Phase}/standings.csv?at={seq}", $"{Phase}/standings?at={seq}"]));

    /// <summary>Organisers see the hidden scores against the released ones: of the Gulls some, of the Terns nothing.</summary>
    private static async Task KeepsBack(Person organiser, decimal hidden)
    {
        JsonNode report = JsonNode.Parse(
            await organiser.Client.GetStringAsync($"/api/v1/organise/{Contest}/phases/provisional/ladder", Stop))!;
        decimal released = hidden < 122 ? 121 : 125;
        Assert.Equal([("Gulls", hidden, released, hidden - released), ("Terns", 115, 115, 0)], report["teams"]!.AsArray().Select(
            team => ($"{team!["name"]}", (decimal)team["hidden"]!, (decimal)team["released"]!, (decimal)team["keptBack"]!)));
        Assert.Equal((hidden - released) / 2, (decimal)report["meanKeptBack"]!);
        Assert.Contains("What the ladder keeps back in Provisional",
            await organiser.Client.GetStringAsync($"/organise/{Contest}", Stop));
    }

    /// <summary>Status, headers and body; of a stream of events the first one, which names what this visitor is shown.</summary>
    private static async Task<string> Answer(Person person, string path)
    {
        using HttpResponseMessage answer = await person.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        bool isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        // The time of day; cookies, which are keys; a length says no more than the body.
        IEnumerable<string> headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        string body = isStream ? await FirstEvent(answer) : await answer.Content.ReadAsStringAsync(Stop);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}";
    }

    private static async Task<string> FirstEvent(HttpResponseMessage answer)
    {
        using StreamReader events = new(await answer.Content.ReadAsStreamAsync(Stop));
        List<string> lines = [];
        while (lines.Count(line => line == "") < 2)    // the first block says how soon one may come back
            lines.Add(await events.ReadLineAsync(Stop) ?? throw new InvalidOperationException("the stream ended"));
        return string.Join('\n', lines);
    }

    /// <summary>Who was answered differently by what, and where the answers part.</summary>
    private static IReadOnlyDictionary<string, string> Differences(
        IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        Assert.Equal(one.Keys.Order(), other.Keys.Order());
        return one.Keys.Where(key => one[key] != other[key]).ToDictionary(key => key, key => Parting(one[key], other[key]));
    }

    private static string Parting(string one, string other)
    {
        int at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Around(one, at)} / {Around(other, at)}";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
}
