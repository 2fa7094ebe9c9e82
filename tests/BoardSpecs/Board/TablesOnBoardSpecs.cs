using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.Board.Folder;
using Evaluator.BoardSpecs.Tables;
using Evaluator.Challenges.Reading;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A contest of tables on a running board: judged at once, refused with lines and without a charge, nothing of the final part told.
/// </summary>
public class TablesOnBoardSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = PicksChallenge.Name, Phase = PicksChallenge.Phase;

    [Fact(Timeout = 300_000)]
    public async Task A_table_is_answered_with_its_score_the_rank_and_the_change()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await Competitor(organiser, "Ada", "Gulls");
        using Person ben = await Competitor(organiser, "Ben", "Terns");
        Assert.Equal("Kilos found: 6\u00A0kg (€\u00A0300.000). Your team is 1 of 1.",
            await Said(ada, PicksChallenge.Table(1, 2, 3, 20)));
        Assert.Equal("Kilos found: 70\u00A0kg (€\u00A03.500.000). Your team is 1 of 2.",
            await Said(ben, PicksChallenge.Table(16, 17, 18, 19)));
        Assert.Equal("Kilos found: 17\u00A0kg (€\u00A0850.000). Your team is 2 of 2, as before.",
            await Said(ada, PicksChallenge.Table(17, 21, 22, 23)));
        Assert.Equal("Kilos found: 0\u00A0kg (€\u00A00). Your team is 2 of 2, as before. An earlier one of yours is better.",
            await Said(ada, PicksChallenge.Table(21, 22, 23, 24)));
        string standings = await ben.Client.GetStringAsync($"/c/{Contest}/{Phase}/standings.csv", TestContext.Current.CancellationToken);
        Assert.Contains("70", standings, StringComparison.Ordinal);
        // Both parts of each table are in the log, and none of their numbers.
        string[] log = (await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/log", TestContext.Current.CancellationToken)).Split('\n');
        string[] recorded = [.. log.Where(line => line.Contains("evaluation-recorded", StringComparison.Ordinal))];
        Assert.Equal(8, recorded.Length);
        Assert.DoesNotContain(recorded, line => line.Contains("kilos", StringComparison.Ordinal));
        await StaysUpWithoutTheFolder(board, ben);
    }

    /// <summary>`board add` swaps the folder while pages are asked for and baselines are looked for, every second.</summary>
    private static async Task StaysUpWithoutTheFolder(RunningBoard board, Person someone)
    {
        string definition = Path.Combine(BoardFolder.Open(board.Folder).Challenge(Contest), ChallengeFolder.Definition);
        string whole = await File.ReadAllTextAsync(definition, TestContext.Current.CancellationToken);
        foreach (string? spoiled in (string?[])[null, "{"])
        {
            File.Delete(definition);
            if (spoiled is not null)
                await File.WriteAllTextAsync(definition, spoiled, TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            Assert.Contains("Terns", await someone.Client.GetStringAsync($"/c/{Contest}/{Phase}/standings"));
        }
        await File.WriteAllTextAsync(definition, whole, TestContext.Current.CancellationToken);
        Assert.Contains("Terns", await someone.Client.GetStringAsync($"/c/{Contest}/{Phase}/standings"));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_table_with_faults_is_refused_with_its_lines_and_charges_nothing()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await Competitor(organiser, "Ada", "Gulls");
        foreach ((byte[] table, string message) in ((byte[], string)[])
        [
            (Encoding.UTF8.GetBytes(PicksChallenge.Table(1, 2, 3)), "Exactly 4 rows were expected. It has 3 rows."),
            (Encoding.UTF8.GetBytes(PicksChallenge.Table(1, 2, 3, 99)), "1 row with a `id` that is not in the test table. line 5: c99."),
            (Encoding.UTF8.GetBytes(PicksChallenge.Table(1, 1, 1, 1)), "each counts once. line 3: c1, first on line 2"),
            ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(PicksChallenge.Table(1, 2, 3, 4))], "UTF-16"),
            (Encoding.UTF8.GetBytes(PicksChallenge.Table(1, 2, 3, 4).Replace("\n", ";1\n", StringComparison.Ordinal)), "semicolons"),
        ])
        {
            using HttpResponseMessage refused = await ada.HandsIn(Contest, Phase, "mine.csv", table);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            string detail = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .RootElement.GetProperty("detail").GetString()!;
            Assert.Contains(message, detail, StringComparison.Ordinal);
            Assert.EndsWith("Nothing was charged.", detail, StringComparison.Ordinal);
        }
        // Three a day may be scored, and none was: three more are taken, a fourth is not.
        for (int time = 0; time < 3; time++)
            Assert.NotNull(await Said(ada, PicksChallenge.Table(1, 2, 3, 4 + time)));
        byte[] more = Encoding.UTF8.GetBytes(PicksChallenge.Table(5, 6, 7, 8));
        using HttpResponseMessage fourth = await ada.HandsIn(Contest, Phase, "mine.csv", more);
        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_baseline_that_is_a_file_is_judged_and_shown()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using HttpClient visitor = new() { BaseAddress = board.Address };
        for (int attempt = 0; attempt < 120; attempt++)
        {
            string standings = await visitor.GetStringAsync(
                $"/api/v1/c/{Contest}/{Phase}/standings", TestContext.Current.CancellationToken);
            JsonElement[] baselines = [.. JsonDocument.Parse(standings).RootElement.GetProperty("baselines").EnumerateArray()];
            if (baselines.Length > 0)
            {
                Assert.Equal(3, Assert.Single(baselines).GetProperty("values").GetProperty("kilos").GetInt32());
                return;
            }
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The baseline never stood on the standings.");
    }

    [Fact(Timeout = 300_000)]
    public async Task Corrected_answers_are_applied_by_a_rejudge_set()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken("organise");
        using Person ada = await Competitor(organiser, "Ada", "Gulls");
        string submission = await Accepted(ada, PicksChallenge.Table(1, 2, 3, 20));

        challenge.Correct("c3,3,", "c3,13,");
        (int exitCode, string output) = await RunningBoard.Runs("add", board.Folder, challenge.Folder);
        Assert.True(exitCode == 2 && output.Contains("Say why with --reason", StringComparison.Ordinal), output);
        (exitCode, output) = await RunningBoard.Runs("add", board.Folder, challenge.Folder, "--reason", "c3 was wrong");
        Assert.True(exitCode == 0, output);
        JsonElement made =
            await Answer(organiser, HttpMethod.Post, "rejudge", new { submissions = (string[])[submission], reason = "c3 was wrong" });
        string set = made.GetProperty("id").GetString()!;
        Assert.Equal(6, await Kilos(ada));
        await Answer(organiser, HttpMethod.Post, $"rejudge/{set}/apply", new { });
        Assert.Equal(16, await Kilos(ada));
    }

    /// <summary>No ladder over a mean of ranks, whether a challenge's file asks for it or an organiser does.</summary>
    [Fact(Timeout = 300_000)]
    public async Task A_ladder_that_can_not_be_is_refused_to_organisers_too()
    {
        using PicksChallenge challenge = new(definition =>
            definition["phases"]![0]!["rank"] = new JsonObject { ["meanOfRanks"] = new JsonArray("kilos") });
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken("organise");
        const string Why = "is a ladder over a mean of ranks";
        using HttpResponseMessage refused = await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/{Phase}",
            new { title = "Live", opens = "2020-01-01T00:00", closes = "2099-01-01T00:00", release = "ladder" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(Why, JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using HttpResponseMessage page = await organiser.Posts($"/organise/{Contest}?handler=Phase", ("phase", Phase),
            ("form.Title", "Live"), ("form.Opens", "2020-01-01T00:00"), ("form.Closes", "2099-01-01T00:00"), ("form.Release", "ladder"));
        Assert.Contains(Why,
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task The_form_says_before_sending_what_it_expects_and_afterwards_what_it_was_worth()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        IPage page = await (await browser.Of(board.Address)).NewPageAsync();
        await page.GotoAsync(await organiser.InvitesTo(Contest));
        await page.GetByLabel("Name").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync(Person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();
        await page.GotoAsync($"/c/{Contest}/rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "I accept these rules" }).ClickAsync();
        await page.GotoAsync($"/c/{Contest}/team");
        await page.GetByLabel("Name of the team").FillAsync("Gulls");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the team" }).ClickAsync();
        await page.GotoAsync($"/c/{Contest}/{Phase}/submit");
        await Assertions.Expect(page.GetByText("Exactly 4 rows with different values of id, of the test table's 40.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".expected pre")).ToHaveTextAsync("id\nc0\nc1\nc2");
        await Browser.Picture(page, "table-submit");

        await Send(page, PicksChallenge.Table(1, 2, 3));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Exactly 4 rows were expected. It has 3 rows.");
        await Browser.Picture(page, "table-refused");

        await Send(page, PicksChallenge.Table(1, 2, 3, 4));
        await Assertions.Expect(page.GetByText("Your team is 1 of 1.")).ToBeVisibleAsync();
        await Browser.Picture(page, "table-answered");
    }

    private static async Task Send(IPage page, string table)
    {
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload
        {
            Name = "mine.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(table),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
    }

    private static async Task<Person> Competitor(Person organiser, string handle, string team)
    {
        Person person = await organiser.Invites(handle);
        await person.MakesTeam(Contest, team);
        await person.MakeToken();
        return person;
    }

    private static async Task<string> Accepted(Person person, string table)
    {
        using HttpResponseMessage answer = await person.HandsIn(Contest, Phase, "mine.csv", Encoding.UTF8.GetBytes(table));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("submission").GetString()!;
    }

    private static async Task<JsonElement> Answer(Person organiser, HttpMethod method, string path, object body)
    {
        using HttpResponseMessage answer = await organiser.Sends(method, $"/api/v1/organise/{Contest}/{path}", body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
    }

    private static async Task<int> Kilos(Person person)
    {
        string standings =
            await person.Client.GetStringAsync($"/api/v1/c/{Contest}/{Phase}/standings", TestContext.Current.CancellationToken);
        return Assert.Single(JsonDocument.Parse(standings).RootElement.GetProperty("rows").EnumerateArray())
            .GetProperty("values").GetProperty("kilos").GetInt32();
    }

    private static async Task<string?> Said(Person person, string table)
    {
        using HttpResponseMessage answer = await person.HandsIn(Contest, Phase, "mine.csv", Encoding.UTF8.GetBytes(table));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("says").GetString();
    }
}
