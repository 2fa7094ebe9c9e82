using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A phase with a ladder on a board that is served: two boards with one history, whose last hidden scores differ by less than the grid's
/// step, answer alike on every route; and what looks at scores (rules, profiles) looks at released ones.
/// </summary>
public partial class LadderOnBoardSpecs
{
    private const string Contest = SampleChallenge.Name, Api = $"/api/v1/c/{Contest}";

    [Fact(Timeout = 600_000)]
    public async Task No_route_tells_two_scores_within_a_step_apart()
    {
        using SampleChallenge challenge = new(WithLadder);
        string submission, terns;
        Person organiser, ada, ben, stranger;
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        ada = await organiser.Invites("Ada");
        ben = await organiser.Invites("Ben");
        stranger = new Person(board.Address);
        using (RecordedResults results = new(board.Folder))
        {
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
            submission = await ada.Submits(Contest, "provisional", "class Second { }");
            await Await.Says(stranger, $"/c/{Contest}/provisional/standings", "Terns");
            terns = JsonNode.Parse(await ben.Client.GetStringAsync($"{Api}/team"))!["id"]!.GetValue<string>();
        }
        Assert.Equal(0, (await board.Stop()).ExitCode);

        // 121.05 and 121.2 are both 42 steps of half a percent over the baseline; one of the two rules asks for 121.1. 125 are 50 steps.
        Person[] all = [organiser, ada, ben, stranger];
        IReadOnlyDictionary<string, string>[] answers =
            [.. await Task.WhenAll(((decimal[])[121.05m, 121.2m, 125m]).Select(hidden => Answers(board, hidden, submission, terns, all)))];
        IReadOnlyDictionary<string, string> alike = Differences(answers[0], answers[1]);
        Assert.True(alike.Count == 0, string.Join('\n', alike.Select(pair => $"{pair.Key}: {pair.Value}")));
        // The comparison finds what a step more changes, and organisers see the scores themselves.
        Assert.Contains($"stranger /c/{Contest}/provisional/standings", Differences(answers[0], answers[2]).Keys);
        Assert.Contains("121.000", answers[0][$"stranger /c/{Contest}/provisional/standings"]);
        string awards = answers[1][$"stranger {Api}/rewards"];
        Assert.Contains("above-120", awards);
        Assert.DoesNotContain("above-121-1", awards);
        Assert.Contains("above-121-1", answers[2][$"stranger {Api}/rewards"]);
        ForEvery.In(all, person => person.Dispose());
    }

    private static void WithLadder(JsonObject challenge)
    {
        challenge["phases"]![1]!["release"] = "ladder";
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

    /// <summary>Serves a copy of the board with one more result, and asks every route of the table as everybody but organisers.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Answers(
        RunningBoard board, decimal hidden, string submission, string terns, Person[] people)
    {
        string folder = $"{board.Folder}-{hidden}";
        FolderCopy.Make(board.Folder, folder);
        using (RecordedResults results = new(folder))
            results.ScoredByCases(Contest, submission, "provisional", hidden);
        await using RunningBoard copy = await RunningBoard.Over(folder);
        using Person organiser = people[0].At(copy.Address);
        await Await.Says(organiser, $"/c/{Contest}/provisional/standings", $"{hidden:0.000}");
        await Await.Says(organiser, $"{Api}/rewards", "above-120");
        await KeepsBack(organiser, hidden);
        Dictionary<string, string> answers = [];
        foreach ((string who, Person one) in ((string, Person)[])[("own", people[1]), ("other", people[2]), ("stranger", people[3])])
        {
            using Person person = one.At(copy.Address);
            foreach ((string _, string address, Who _) in AccessTable.Reads.Where(row => !row.Address.EndsWith("/live")))
            {
                string path = address.Replace(AccessTable.Submission, submission).Replace(AccessTable.Terns, terns);
                answers.Add($"{who} {path}", await Answer(person, path));
            }
        }
        Directory.Delete(folder, recursive: true);
        return answers;
    }

    /// <summary>Organisers see the hidden scores against the released ones: of the Gulls some, of the Terns nothing.</summary>
    private static async Task KeepsBack(Person organiser, decimal hidden)
    {
        JsonNode report = JsonNode.Parse(
            await organiser.Client.GetStringAsync($"/api/v1/organise/{Contest}/phases/provisional/ladder"))!;
        decimal released = hidden < 122 ? 121 : 125;
        Assert.Equal([("Gulls", hidden, released, hidden - released), ("Terns", 115, 115, 0)], report["teams"]!.AsArray().Select(
            team => ($"{team!["name"]}", (decimal)team["hidden"]!, (decimal)team["released"]!, (decimal)team["keptBack"]!)));
        Assert.Equal((hidden - released) / 2, (decimal)report["meanKeptBack"]!);
        Assert.Contains("What the ladder keeps back in Provisional", await organiser.Client.GetStringAsync($"/organise/{Contest}"));
    }

    private static async Task<string> Answer(Person person, string path)
    {
        while (true)
        {
            using HttpResponseMessage answer = await person.Client.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                return $"{(int)answer.StatusCode} {Alike(await answer.Content.ReadAsStringAsync())}";
            await Task.Delay(1100);    // a limit on requests says nothing of scores
        }
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

    /// <summary>Without what differs between any two boards: addresses, seals and hashes over them, forms' tokens, clocks, signatures,
    /// traces, names inside of pictures.</summary>
    private static string Alike(string text) =>
        Incidental().Replace(Clock().Replace(FormToken().Replace(Hash().Replace(Address().Replace(text, ""), ""), ""), ""), "");

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="[^"]+|name="key" value="[^"]+""")]
    private static partial Regex FormToken();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?")]
    private static partial Regex Clock();

    // What a picture calls its own parts, and how far to the right in it a time stands; a trace, a signature.
    [GeneratedRegex("""\bc[0-9a-f]{8}-\d|[ML][\d.]+ |\bc?x="[\d.]+"|"(traceId|signature)":"[^"]+""")]
    private static partial Regex Incidental();
}
