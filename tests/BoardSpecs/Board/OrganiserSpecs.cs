using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What organisers do, and that each of it can be undone by a further entry.</summary>
public class OrganiserSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 600_000)]
    public async Task Freeze_hides_publish_shows_and_a_rejudge_is_seen_before_it_counts()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ben = await organiser.Invites("Ben");
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        await ada.MakeToken();
        await ben.MakeToken();
        await organiser.MakeToken("organise");
        using RecordedResults results = new(board.Folder);
        string gulls = await ada.Submits(Contest, "provisional", "class A { }");
        results.Scored(Contest, gulls, "provisional", 100, 0.5m);
        await Shows(ada, ["Gulls 100"]);

        await Does(organiser, HttpMethod.Put, "phases/provisional/freeze", new { holds = true });
        string terns = await ben.Submits(Contest, "provisional", "class B { }");
        results.Scored(Contest, terns, "provisional", 200, 0.5m);
        await Shows(organiser, ["Terns 200", "Gulls 100"]);
        await Shows(ada, ["Gulls 100"]);
        await Does(organiser, HttpMethod.Put, "phases/provisional/freeze", new { holds = false });
        await Shows(ada, ["Terns 200", "Gulls 100"]);

        using HttpResponseMessage made = await organiser.Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/rejudge",
            new { submissions = new[] { gulls }, reason = "a case was wrong" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        string set = JsonDocument.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("id").GetString()!;
        using HttpResponseMessage early = await organiser.Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/rejudge/{set}/apply");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        results.Scored(Contest, gulls, "provisional", 300, 0.5m, generation: 1);
        await Eventually(
            async () => (await Text(organiser, $"/api/v1/organise/{Contest}/rejudge/{set}/preview")).Contains("\"rankAfter\":1"));
        await Shows(ada, ["Terns 200", "Gulls 100"]);
        Assert.Contains("What would change",
            await organiser.Client.GetStringAsync($"/organise/{Contest}/rejudge", TestContext.Current.CancellationToken));
        await Does(organiser, HttpMethod.Post, $"rejudge/{set}/apply", null);
        await Shows(ada, ["Gulls 300", "Terns 200"]);
        string back = await Text(organiser, $"/api/v1/organise/{Contest}/rejudge/{set}/preview");
        Assert.Contains("\"rankBefore\":1,\"rankAfter\":2", back);
        await Does(organiser, HttpMethod.Post, $"rejudge/{set}/take-back", new { reason = "the case was right" });
        await Shows(ada, ["Terns 200", "Gulls 100"]);
        await Does(organiser, HttpMethod.Post, $"rejudge/{set}/apply", null);
        await Shows(ada, ["Gulls 300", "Terns 200"]);

        await Does(organiser, HttpMethod.Post, "ignored", new { submission = gulls, reason = "it read the answers" });
        await Shows(ada, ["Terns 200"]);
        await Does(organiser, HttpMethod.Post, "reinstated", new { submission = gulls, reason = "it did not" });
        await Shows(ada, ["Gulls 300", "Terns 200"]);
        string? team = JsonDocument.Parse(await Text(ben, $"/api/v1/c/{Contest}/team")).RootElement.GetProperty("id").GetString();
        await Does(organiser, HttpMethod.Post, "ignored", new { team, reason = "two accounts" });
        await Shows(ada, ["Gulls 300"]);
        await Does(organiser, HttpMethod.Post, "reinstated", new { team, reason = "they are twins" });
        await Shows(ada, ["Gulls 300", "Terns 200"]);

        await Does(organiser, HttpMethod.Put, "phases/provisional/publish", new { holds = true });
        Assert.Contains("cpuSeconds\\\":\\\"0.5", await Text(ada, $"/api/v1/c/{Contest}/log"));   // the seals are open
        await Does(organiser, HttpMethod.Put, "phases/provisional/publish", new { holds = false });
        Assert.DoesNotContain("cpuSeconds\\\":\\\"0.5", await Text(ada, $"/api/v1/c/{Contest}/log"));
        await Everything(organiser, gulls);
        await SaysWhatIsMissing(board, organiser, gulls, terns);
        JsonElement found = JsonDocument.Parse(await Text(organiser, $"/api/v1/organise/{Contest}/submissions?q=terns")).RootElement;
        Assert.Equal([terns], found.EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        JsonElement teams = JsonDocument.Parse(await Text(organiser, $"/api/v1/organise/{Contest}/teams")).RootElement;
        Assert.Equal(["Ada in Gulls", "Ben in Terns"], teams.EnumerateArray().Select(one =>
            $"{one.GetProperty("members")[0].GetProperty("handle").GetString()} in {one.GetProperty("name").GetString()}").Order());
        using HttpResponseMessage noReason =
            await organiser.Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/ignored", new { submission = gulls, reason = " " });
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
        string audit = await organiser.Client.GetStringAsync("/organise/audit", TestContext.Current.CancellationToken);
        foreach (string action in (string[])["freeze", "unfreeze", "rejudge", "rejudge-applied", "rejudge-taken-back", "ignore",
            "reinstate", "publish", "unpublish", "export-all"])
            Assert.Contains($"<td>{action}</td>", audit);
    }

    [Fact(Timeout = 600_000)]
    public async Task A_phase_is_set_anew_for_what_comes_and_nonsense_is_refused()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        await organiser.MakeToken("organise");
        await ada.Submits(Contest, "provisional", "class A { }");
        JsonElement phase = JsonDocument.Parse(await Text(organiser, $"/api/v1/organise/{Contest}/phases/provisional")).RootElement;
        await Does(organiser, HttpMethod.Put, "phases/provisional", new
        {
            title = "Provisional",
            opens = phase.GetProperty("opens").GetString(),
            closes = "2098-01-01T00:00",
            release = "raw",
            inFlight = 1
        });
        using HttpResponseMessage second = await ada.HandsIn(Contest, "provisional", "A.cs", "class B { }"u8.ToArray());
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        await Does(organiser, HttpMethod.Put, "phases/provisional", phase);   // as it was read before: the limit is gone
        await ada.Submits(Contest, "provisional", "class B { }");
        foreach (object wrong in (object[])[
            new { title = "P", opens = "never", release = "raw" }, new { title = "P", opens = "2030-01-01T00:00",
                closes = "2029-01-01T00:00", release = "raw" },
            new { title = "", opens = "2020-01-01T00:00", release = "raw" }, new { title = "P", opens = "2020-01-01T00:00",
                release = "sometimes" },
            new { title = "P", opens = "2020-01-01T00:00", release = "raw", inFlight = -1 }])
        {
            using HttpResponseMessage answer =
                await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/provisional", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    /// <summary>The zip of everything, by token: a log that holds with all its seals, names, and what was handed in.</summary>
    private static async Task Everything(Person organiser, string submission)
    {
        await using ZipArchive zip = await Zip(organiser);
        Assert.Null(zip.GetEntry("MISSING.txt"));
        Assert.Equal("class A { }", await Entry(zip, $"submissions/{submission}.cs"));
        Assert.Contains("Ada", await Entry(zip, "people.json"));
        Assert.Contains("Terns", await Entry(zip, "teams.json"));
        Assert.Equal(2, (await Entry(zip, "submissions.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("rejudge-taken-back", await Entry(zip, "audit.ndjson"));
        string log = await Entry(zip, "log.ndjson");
        foreach (string text in (string[])["they are twins", "a case was wrong", "Gulls", "cpuSeconds\\\":\\\"0.5"])
            Assert.Contains(text, log);
        string file = Path.Combine(Path.GetTempPath(), "export-spec-" + Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, log);
        await EvaluatorProgram.Succeed("board", "verify", file);
        File.Delete(file);
        Assert.DoesNotContain("passwordHash", string.Concat(await Entry(zip, "people.json"), log), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A file whose bytes the disk has lost: the zip has all others, and says which it is.</summary>
    private static async Task SaysWhatIsMissing(RunningBoard board, Person organiser, string kept, string lost)
    {
        string sha256 = JsonDocument.Parse(await Text(organiser, $"/api/v1/submissions/{lost}")).RootElement.GetProperty("sha256")
            .GetString()!;
        File.Delete(Path.Combine(board.Folder, "blobs", sha256[..2], sha256));
        await using ZipArchive zip = await Zip(organiser);
        Assert.Equal("class A { }", await Entry(zip, $"submissions/{kept}.cs"));
        Assert.Null(zip.GetEntry($"submissions/{lost}.cs"));
        Assert.EndsWith($"\n\nsubmissions/{lost}.cs  {sha256}\n", await Entry(zip, "MISSING.txt"));
    }

    private static async Task<ZipArchive> Zip(Person organiser)
    {
        HttpResponseMessage answer = await organiser.Sends(HttpMethod.Get, $"/api/v1/organise/{Contest}/export");
        Assert.Equal(("application/zip", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        return await ZipArchive.CreateAsync(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), ZipArchiveMode.Read, leaveOpen: false, null,
            TestContext.Current.CancellationToken);
    }

    private static async Task<string> Entry(ZipArchive zip, string name)
    {
        ZipArchiveEntry? entry = zip.GetEntry(name);
        Assert.True(entry is not null, $"{name} is not among {string.Join(", ", zip.Entries.Select(one => one.FullName))}");
        using StreamReader reader = new(await entry.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Does(Person organiser, HttpMethod method, string path, object? body)
    {
        using HttpResponseMessage answer = await organiser.Sends(method, $"/api/v1/organise/{Contest}/{path}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent,
            $"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> Text(Person person, string path)
    {
        using HttpResponseMessage answer = await person.Sends(HttpMethod.Get, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The standings that somebody sees come to be these: teams with their scores, best first.</summary>
    private static async Task Shows(Person person, string[] rows)
    {
        string seen = "";
        await Eventually(async () =>
        {
            JsonElement table = JsonDocument.Parse(await Text(person, $"/api/v1/c/{Contest}/provisional/standings")).RootElement;
            seen = string.Join(", ", table.GetProperty("rows").EnumerateArray()
                .Select(
                    row => $"{row.GetProperty("name").GetString()} {row.GetProperty("values").GetProperty("score").GetDecimal():0.###}"));
            return seen == string.Join(", ", rows);
        }, () => $"expected {string.Join(", ", rows)}; seen {seen}");
    }

    private static async Task Eventually(Func<Task<bool>> holds, Func<string>? says = null)
    {
        for (int attempt = 0; attempt < 60; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(500);
        }
        Assert.Fail(says?.Invoke() ?? "it never came to hold");
    }
}
