using System.Data.Common;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What is not as it should be is refused in words that help, charges nothing, and leaves nothing.</summary>
public class BadInputSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 600_000)]
    public async Task A_bad_hand_in_is_refused_says_why_and_leaves_nothing()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakeToken();
        await Refused(ada, "provisional", "A.cs", "x"u8.ToArray(), HttpStatusCode.Conflict, "rules");
        await ada.MakesTeam(Contest, "Gulls");
        await Refused(ada, "past", "A.cs", "x"u8.ToArray(), HttpStatusCode.Conflict, "closed");
        await Refused(ada, "nowhere", "A.cs", "x"u8.ToArray(), HttpStatusCode.NotFound, "nowhere");
        await Refused(ada, "provisional", "A.exe", "x"u8.ToArray(), HttpStatusCode.BadRequest, ".cs");
        await Refused(ada, "provisional", "", "x"u8.ToArray(), HttpStatusCode.BadRequest, "name");
        await Refused(ada, "provisional", "A\u0007.cs", "x"u8.ToArray(), HttpStatusCode.BadRequest, "control");
        await Refused(ada, "provisional", "A.cs", [], HttpStatusCode.BadRequest, "empty");
        await Refused(ada, "provisional", "A.cs", [65, 0, 66], HttpStatusCode.BadRequest, "NUL");
        await Refused(ada, "provisional", "A.dll", "not a dll"u8.ToArray(), HttpStatusCode.BadRequest, "MZ");
        await Refused(ada, "provisional", "A.zip", "not a zip"u8.ToArray(), HttpStatusCode.BadRequest, "PK");
        await Refused(ada, "provisional", "A.zip", [0x50, 0x4B, 3, 4, 1, 2, 3, 4, 5], HttpStatusCode.BadRequest, "cannot be read");
        await Refused(ada, "provisional", "A.zip", Zip("../../etc/passwd", "x"), HttpStatusCode.BadRequest, "leads out");
        await Refused(ada, "provisional", "A.zip", Zip("/etc/passwd", "x"), HttpStatusCode.BadRequest, "leads out");
        await Refused(ada, "provisional", "A.zip", Zip("a\\..\\b", "x"), HttpStatusCode.BadRequest, "leads out");
        await Refused(ada, "provisional", "A.zip", Zip("bomb.cs", new string('a', 20_000_000)), HttpStatusCode.BadRequest, "unpacked");
        await Refused(ada, "provisional", "A.zip", Link(), HttpStatusCode.BadRequest, "link");
        await Refused(ada, "provisional", "A.cs", new byte[100_001], HttpStatusCode.RequestEntityTooLarge, "100,000");
        await Refused(ada, "provisional", "A.cs", new byte[9_000_000], HttpStatusCode.RequestEntityTooLarge, "");
        using HttpResponseMessage own = await ada.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/submissions");
        Assert.Equal("[]", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(board.Folder, "blobs"), "*.part", SearchOption.AllDirectories));
        string[] errors = [.. board.Output.Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal))];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    [Fact(Timeout = 600_000)]
    public async Task A_key_sent_again_brings_the_same_answer_and_a_hundred_at_once_one_submission()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(_ => ada.HandsIn(Contest, "provisional", "A.cs", "class A { }"u8.ToArray(), "one-key")));
        List<string> submissions = [];
        foreach (HttpResponseMessage answer in answers.Where(answer => answer.IsSuccessStatusCode))
            submissions.Add(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
                .GetProperty("submission").GetString()!);
        Assert.True(submissions.Count > 10, $"only {submissions.Count} of 40 were answered");
        Assert.Single(submissions.Distinct());
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        using HttpResponseMessage other = await ada.HandsIn(Contest, "provisional", "A.cs", "class B { }"u8.ToArray(), "one-key");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact(Timeout = 600_000)]
    public async Task Wrong_tokens_and_forms_without_their_token_are_turned_away()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken();
        using HttpResponseMessage right = await organiser.Sends(HttpMethod.Get, "/api/v1/me");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        foreach (string wrong
            in (string[])["", "x", "evb_" + new string('A', 43), organiser.Token![..^1], organiser.Token + "A", "' OR '1'='1"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/me");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + wrong);
            using HttpResponseMessage answer = await organiser.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
        using HttpResponseMessage form = await organiser.Client.PostAsync("/organise?handler=Invite",
            new FormUrlEncodedContent([new("role", "organiser"), new("uses", "1"), new("days", "1")]),
                TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        // A revoked token is no token.
        using HttpResponseMessage tokens = await organiser.Sends(HttpMethod.Get, "/api/v1/me/tokens");
        string id =
            JsonDocument.Parse(await tokens.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement[0].GetProperty(
                "id").GetString()!;
        using HttpResponseMessage revoked = await organiser.Posts("/me/tokens?handler=Revoke", ("id", id));
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        using HttpResponseMessage after = await organiser.Sends(HttpMethod.Get, "/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        string expired = Expired(board);
        using HttpRequestMessage late = new(HttpMethod.Get, "/api/v1/me") { Headers = { { "Authorization", "Bearer " + expired } } };
        using HttpResponseMessage lateAnswer = await organiser.Client.SendAsync(late, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, lateAnswer.StatusCode);
    }

    [Fact(Timeout = 600_000)]
    public async Task Markup_control_characters_and_SQL_in_every_field_stay_text()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        const string Markup = "<script>alert(1)</script>'; DROP TABLE submission; --";
        using HttpRequestMessage upload = ada.WithToken(HttpMethod.Post,
            $"/api/v1/c/{Contest}/provisional/submissions?name={Uri.EscapeDataString("<img src=x onerror=alert(1)>.cs")}"
            + $"&remark={Uri.EscapeDataString(Markup)}");
        upload.Content = new ByteArrayContent("class A { }"u8.ToArray());
        using HttpResponseMessage taken = await ada.Client.SendAsync(upload, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        string id = JsonDocument.Parse(await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("submission").GetString()!;
        using HttpResponseMessage invited = await organiser.Posts("/organise?handler=Invite", ("role", "competitor"), ("contest", ""),
            ("uses", "1"), ("days", "1"), ("note", Markup));
        Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        foreach ((Person person, string path) in ((Person, string)[])[
            (ada, $"/s/{id}"), (ada, $"/c/{Contest}/submissions"), (ada, $"/c/{Contest}"), (organiser, "/organise"),
            (organiser, $"/organise/{Contest}/submissions?q={Uri.EscapeDataString(Markup)}"),
                (organiser, $"/organise/{Contest}/submissions?q=%25%27%22%5C&of=%27")])
        {
            string page = await person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script>alert", page);
            Assert.DoesNotContain("<img src=x", page);
        }
        Assert.Contains("DROP TABLE", await ada.Client.GetStringAsync($"/s/{id}", TestContext.Current.CancellationToken));
        foreach ((string name, string value) in ((string, string)[])[("name", Markup), ("name", "a\u0000b"), ("name", "a\u202Eb")])
        {
            using Person ben = await organiser.Invites("Ben" + Guid.NewGuid().ToString("N")[..6]);
            using HttpResponseMessage rules = await ben.Posts($"/c/{Contest}/rules", ("version", "1"));
            using HttpResponseMessage team = await ben.Posts($"/c/{Contest}/team", (name, value));
            Assert.Equal(HttpStatusCode.BadRequest, team.StatusCode);
        }
    }

    /// <returns>A token that was good until a second ago.</returns>
    private static string Expired(RunningBoard board)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        using DbConnection connection = database.Read();
        string account = connection.QuerySingle<string>("SELECT id FROM account");
        return new Tokens(database, TimeProvider.System).Make(account, "spec", Scopes.Submit, TimeSpan.FromSeconds(-1));
    }

    private static async Task Refused(Person person, string phase, string name, byte[] content, HttpStatusCode status, string says)
    {
        using HttpResponseMessage answer = await person.HandsIn(Contest, phase, name, content);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{name} of {content.Length} bytes: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, text);
    }

    private static byte[] Zip(string path, string content, Action<ZipArchiveEntry>? change = null)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            ZipArchiveEntry entry = zip.CreateEntry(path);
            change?.Invoke(entry);
            using Stream stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
        return file.ToArray();
    }

    private static byte[] Link() => Zip("link.cs", "/etc/passwd", entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000));
}
