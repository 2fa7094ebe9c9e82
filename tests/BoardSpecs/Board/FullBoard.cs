using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Tables;
using Evaluator.Standings.Log.Bodies;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A board on which every page has something to show: three contests (by invitation, open, walk-in), a phase that runs with 120 teams in
/// it, one that is published, submissions in each state, a rejudge set, workers with a conflict and a fault.
/// </summary>
internal sealed class FullBoard : IAsyncDisposable
{
    public const string Contest = SampleChallenge.Name, WalkIn = "small-harbour", Open = "quay";

    private const Who All = Who.Stranger | Who.Own | Who.Organiser, Known = Who.Own | Who.Organiser;

    private readonly SampleChallenge town = new(Town);
    private readonly SampleChallenge quay = new(Quay);
    private readonly PicksChallenge harbour = new(challenge => challenge["signIn"] = "walk-in");
    private string scored = "", failed = "", waiting = "", open = "", invitation = "", teamLink = "";

    public RunningBoard Web { get; private set; } = null!;

    /// <summary>Submissions of Ada's team: one that is scored, and a model that everybody may read.</summary>
    public (string Scored, string Open) Submissions => (scored, open);

    public Person Organiser { get; private set; } = null!;

    public Person Ada { get; private set; } = null!;

    public Person Ben { get; private set; } = null!;

    /// <summary>Every page by its route, addresses of it worth looking at, and who comes there.</summary>
    public IReadOnlyList<(string Route, string Address, Who May)> Pages =>
    [
        ("", "/", All),
        ("help", "/help", All),
        ("join/{code?}", "/join", Who.Stranger),
        ("join/{code?}", invitation, Who.Stranger),
        ("sign-in", "/sign-in", Who.Stranger),
        ("sign-up", "/sign-up", Who.Stranger),
        ("sign-out", "/sign-out", Who.Own),
        ("not-allowed", "/not-allowed", Who.Own),
        ("me", "/me", Known),
        ("me/tokens", "/me/tokens", Known),
        ("c/{contest}", $"/c/{Contest}", All),
        ("c/{contest}", $"/c/{WalkIn}", Who.Stranger),
        ("c/{contest}/rules", $"/c/{Contest}/rules", All),
        ("c/{contest}/team", $"/c/{Contest}/team", Known),
        ("c/{contest}/team/join/{code}", teamLink, Who.Organiser),
        ("c/{contest}/submissions", $"/c/{Contest}/submissions", Known),
        ("c/{contest}/{phase}/submit", $"/c/{Contest}/provisional/submit", Known),
        ("c/{contest}/{phase}/submit", $"/c/{Contest}/past/submit", Who.Own),
        ("c/{contest}/{phase}/walk-in/submit", $"/c/{WalkIn}/live/walk-in/submit", Who.Stranger),
        ("c/{contest}/{phase}/best", $"/c/{WalkIn}/live/best", All),
        ("c/{contest}/{phase}/prizes", $"/c/{WalkIn}/live/prizes?shown=3", Who.Organiser),
        ("c/{contest}/{phase}/standings", $"/c/{Contest}/provisional/standings", All),
        ("c/{contest}/{phase}/standings", $"/c/{Contest}/provisional/standings?p=2", Who.Stranger),
        ("c/{contest}/{phase}/standings", $"/c/{Contest}/provisional/standings?projector", Who.Stranger),
        ("c/{contest}/{phase}/standings", $"/c/{Contest}/past/standings", All),
        ("c/{contest}/{phase}/standings", $"/c/{Contest}/examples/standings", Known),
        ("c/{contest}/{phase}/pictures", $"/c/{Contest}/provisional/pictures", All),
        ("c/{contest}/{phase}/pictures", $"/c/{Contest}/past/pictures?team=g-past-3", Who.Stranger),
        ("c/{contest}/{phase}/pictures", $"/c/{Open}/provisional/pictures", Who.Stranger),
        ("c/{contest}/{phase}/finals", $"/c/{Contest}/provisional/finals", Known),
        ("c/{contest}/{phase}/finals", $"/c/{Contest}/past/finals", Who.Own),
        ("c/{contest}/{phase}/documents", $"/c/{Contest}/past/documents", Known),
        ("organise/{contest}/documents", $"/organise/{Contest}/documents", Who.Organiser),
        ("c/{contest}/repositories", $"/c/{Contest}/repositories", Known),
        ("s/{id}", $"/s/{scored}", Known),
        ("s/{id}", $"/s/{failed}", Known),
        ("s/{id}", $"/s/{waiting}", Known),
        ("organise", "/organise", Who.Organiser),
        ("organise/audit", "/organise/audit", Who.Organiser),
        ("organise/{contest}", $"/organise/{Contest}", Who.Organiser),
        ("organise/{contest}/submissions", $"/organise/{Contest}/submissions", Who.Organiser),
        ("organise/{contest}/teams", $"/organise/{Contest}/teams", Who.Organiser),
        ("organise/{contest}/rejudge", $"/organise/{Contest}/rejudge", Who.Organiser),
        ("organise/{contest}/workers", $"/organise/{Contest}/workers", Who.Organiser),
        ("rewards", "/rewards", Who.Stranger),
        ("c/{contest}/{phase}/models", $"/c/{Contest}/examples/models", All),
        ("c/{contest}/{phase}/models", $"/c/{Contest}/examples/models?way=s-examples-37", Who.Stranger),
        ("s/{id}/source", $"/s/{open}/source", Known),
        ("s/{id}", $"/s/{open}", Known),
        ("c/{contest}/{phase}/trade-offs", $"/c/{Contest}/provisional/trade-offs", Known),
        ("c/{contest}/{phase}/trade-offs", $"/c/{Contest}/provisional/trade-offs?by=cpuSeconds&limit.score=3000", Who.Stranger),
        ("people", "/people?tag=city&reuse=5", Who.Stranger),
        ("u/{handle}", "/u/Ada", All),
        ("me/elsewhere", "/me/elsewhere", Who.Own),
        ("organise/boards", "/organise/boards", Who.Organiser),
        ("c/{contest}/rewards", $"/c/{Contest}/rewards", All),
        ("organise/{contest}/rewards", $"/organise/{Contest}/rewards", Who.Organiser),
        ("organise/{contest}/rewards", $"/organise/{Contest}/rewards?kind=Together&of=provisional", Who.Organiser),
        ("organise/{contest}/rewards", $"/organise/{Contest}/rewards?rule=first-3000", Who.Organiser),
    ];

    /// <param name="limited">Whether whoever asks too fast has to wait.</param>
    public static async Task<FullBoard> Make(bool limited = true)
    {
        FullBoard board = new();
        string[] challenges = [board.town.Folder, board.quay.Folder, board.harbour.Folder];
        board.Web = await (limited ? RunningBoard.WithChallenges(challenges) : RunningBoard.WithoutLimit(challenges));
        await board.Fill();
        return board;
    }

    /// <summary>A browser that is signed in as one of them.</summary>
    public BrowserNewContextOptions BrowserOf(Who who) => who switch
    {
        Who.Own => new() { StorageState = Ada.BrowserState() },
        Who.Organiser => new() { StorageState = Organiser.BrowserState() },
        _ => new(),
    };

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        foreach (IDisposable one in (IDisposable[])[Organiser, Ada, Ben, town, quay, harbour])
            one.Dispose();
    }

    private async Task Fill()
    {
        Organiser = await Person.Joins(Web.Address, Web.OrganiserLink!, "Olga");
        Ada = await Organiser.Invites("Ada");
        Ben = await Organiser.Invites("Ben");
        await Ada.MakesTeam(Contest, "Gulls over the old harbour of the town");
        await Ben.MakesTeam(Contest, "Terns");
        await Ada.MakeToken();
        await Ben.MakeToken();
        await Organiser.MakeToken("organise");
        invitation = await Organiser.InvitesTo("");
        teamLink = await TeamLink(Ben);
        using RecordedResults results = new(Web.Folder);
        await Rewards();
        foreach (Person person in (Person[])[Ada, Ben])
        {
            using HttpResponseMessage shown = await person.Sends(HttpMethod.Put, "/api/v1/me/profile",
                new { page = true, places = true, submissions = true, rewards = true, elsewhere = true, about = "Counts ships" });
            Assert.True(shown.IsSuccessStatusCode, await shown.Content.ReadAsStringAsync());
        }
        results.Scored(Contest, await Ada.Submits(Contest, "examples", "class Fine { }"), "example", 812.5m, 0.1m);
        results.Scored(Contest, await Ben.Submits(Contest, "examples", "class Fine { }"), "example", 901.5m, 0.1m);
        await Lineage(results);
        results.Field(Contest, "provisional", "provisional", 120, number => 4000 - 23.5m * number + number % 5 * 31.25m);
        foreach (decimal score in (decimal[])[2900, 3100, 3050, 3400, 3920])
        {
            scored = await Ada.Submits(Contest, "provisional", $"class A{score} {{ }}");
            results.Scored(Contest, scored, "provisional", score, 0.35m);
        }
        results.Scored(Contest, await Ben.Submits(Contest, "provisional", "class B { }"), "provisional", 3888.125m, 0.21m);
        results.Failed(Contest, failed = await Ada.Submits(Contest, "examples", "class Broken { }"), "example");
        waiting = await Ada.Submits(Contest, "provisional", "class Waits { }");
        Past(results);
        using HttpResponseMessage set = await Organiser.Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/rejudge",
            new { submissions = new[] { scored }, reason = "a case was wrong" });
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
        results.Scored(Contest, scored, "provisional", 4100, 0.3m, generation: 1);
        Work(results);
        SampleRepositories.Add(results, scored);
        SampleRepositories.AddBaseline(results, Contest);
    }

    /// <summary>Rules of several kinds, before anybody hands in; and points that an organiser gave, one of them taken back.</summary>
    private async Task Rewards()
    {
        string rules = $"/api/v1/organise/{Contest}/rewards/rules";
        foreach (object rule in (object[])
        [
            new { name = "first-3000", title = "The first over three thousand", phase = "provisional", rule = "FirstAbove", amount = 100,
                threshold = 3000 },
            new { name = "team-3000", title = "Over three thousand", phase = "provisional", rule = "TeamAbove", amount = 10,
                threshold = 3000 },
            new { name = "better", title = "Better than all before", phase = "provisional", rule = "ImprovementOverBest", delta = 10,
                rate = 0.1, cap = 500 },
            new { name = "one-model", title = "A single model", phase = "provisional", rule = "SingleModel", amount = 50, threshold = 3000,
                once = "team" },
        ])
            await Sends(HttpMethod.Put, rules, rule);
        string team = JsonDocument.Parse(await Ada.Client.GetStringAsync($"/api/v1/c/{Contest}/team")).RootElement
            .GetProperty("id").GetString()!;
        foreach (int points in (int[])[25, 40])
            await Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/rewards/grants", new { team, points, reason = "told us of a bug" });
        string grant = JsonDocument.Parse(await Ada.Client.GetStringAsync($"/api/v1/c/{Contest}/rewards")).RootElement[0]
            .GetProperty("id").GetString()!;
        await Sends(HttpMethod.Delete, $"/api/v1/organise/{Contest}/rewards/grants?id={Uri.EscapeDataString(grant)}", null);
    }

    /// <summary>Two hundred open models: each is based on an earlier one, every fifth on two; and one of Ben's on one of Ada's.</summary>
    private async Task Lineage(RecordedResults results)
    {
        results.Field(Contest, "examples", "example", 200, number => 300 + 2.5m * number + number * 37 % 61);
        for (int number = 1; number < 200; number++)
            foreach (int apart in number % 5 == 0 ? (int[])[3, 11] : [1 + number * 7 % 13])
                if (number >= apart)
                    results.Append(Contest, new ParentDeclared($"s-examples-{number}", $"s-examples-{number - apart}", "git"));
        open = await Ada.Submits(Contest, "examples", "class Open\n{\n    // <b>not bold</b>\n    double Predict() => 1.5;\n}\n");
        results.Scored(Contest, open, "example", 830m, 0.1m);
        string child = await Ben.Submits(Contest, "examples", "class Child { }");
        results.Scored(Contest, child, "example", 844.25m, 0.1m);
        await Await.Says(Ben, $"/s/{open}", "830");
        foreach ((Person person, HttpMethod method, string path, object? body) in ((Person, HttpMethod, string, object?)[])
            [(Ben, HttpMethod.Put, $"/api/v1/submissions/{open}/like", null),
                (Ben, HttpMethod.Post, $"/api/v1/submissions/{child}/parents", new { parent = open })])
        {
            using HttpResponseMessage answer = await person.Sends(method, path, body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private async Task Sends(HttpMethod method, string path, object? body)
    {
        using HttpResponseMessage answer = await Organiser.Sends(method, path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A phase that closed years ago and is published: provisional and final scores that differ.</summary>
    private static void Past(RecordedResults results)
    {
        results.Field(Contest, "past", "provisional", 24, number => 2000 - 31m * number);
        for (int number = 0; number < 24; number++)
            results.Scored(Contest, $"s-past-{number}", "final", 1950 - 31m * (number + (number % 4 - 1.5m) * 1.7m), 0.2m);
        results.Append(Contest, new Published("past", Holds: true));
    }

    private void Work(RecordedResults results)
    {
        string evaluation = $"{scored}.provisional.0";
        results.Row("""
            INSERT INTO worker (name, token, host, sandbox, version, seen) VALUES ('den-haag-3', 'none', 'den-haag', 3, '1.4.0', @now)
            """, new { now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() });
        results.Row("""
            INSERT INTO case_result (evaluation, block_group, bits, token, worker, at)
            VALUES (@evaluation, '250250203033', '0x40B0A2AB1CE9A1F3', 'none', 'den-haag-3', 1)
            """, new { evaluation });
        results.Row("""
            INSERT INTO case_conflict (id, evaluation, block_group, bits, sha256, token, worker, at)
            VALUES ('x-one', @evaluation, '250250203033', '0x40B0A2AB1CE9A1F4', '', 'none', 'delft-1', 2)
            """, new { evaluation });
        results.Row("""
            INSERT INTO job_fault (id, evaluation, job, message, worker, at)
            VALUES ('f-one', @evaluation, @job, 'the sandbox could not be built: no user namespaces on this machine', 'delft-1', 3)
            """, new { evaluation, job = evaluation + ".2" });
    }

    private static async Task<string> TeamLink(Person captain)
    {
        using HttpResponseMessage answer = await captain.Sends(HttpMethod.Post, $"/api/v1/c/{Contest}/team/invitation");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("page").GetString()!;
    }

    private static void Town(JsonObject challenge)
    {
        JsonArray phases = challenge["phases"]!.AsArray();
        phases[0]!["models"] = "at-once";
        phases[1]!["finalSet"] = "final";
        phases[1]!["needs"] = new JsonObject { ["phase"] = "examples", ["column"] = "score", ["atLeast"] = 500 };
        phases[2]!["finalSet"] = "final";
        phases[2]!["documentsUntil"] = "2099-06-01T00:00:00Z";
        challenge["tags"]!["kind"] = new JsonArray("predictor");
        challenge["baselines"] = new JsonArray(new JsonObject
        {
            ["name"] = "kit",
            ["title"] = "The starter kit",
            ["repository"] = new JsonObject { ["url"] = "https://git.example/town/kit.git", ["tag"] = "v1", ["path"] = "src/Start.cs" },
        });
    }

    private static void Quay(JsonObject challenge)
    {
        (challenge["name"], challenge["title"], challenge["signIn"]) = (Open, "The quay", "open");
        challenge["summary"] = "Open to all who come by: predict how many ships lie at the quay.";
    }
}
