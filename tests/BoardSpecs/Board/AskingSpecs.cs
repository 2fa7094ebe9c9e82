using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;
using Evaluator.Standings.Receipts;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Organisers' pages ask before they harm: a form alone changes nothing, it brings what will happen and a button; that button, with what
/// the page sent along, does it. No script has a part in it.
/// </summary>
public sealed partial class AskingSpecs : IAsyncLifetime
{
    private const string Contest = SampleChallenge.Name;

    private readonly SampleChallenge challenge = new();
    private readonly HashSet<string> seen = [];
    private RunningBoard board = null!;
    private Person olga = null!, ada = null!;
    private string last = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        board = await RunningBoard.WithChallenges(challenge.Folder);
        olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        ada = await olga.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        await olga.MakeToken("organise");
    }

    public async ValueTask DisposeAsync()
    {
        ada.Dispose();
        olga.Dispose();
        await board.DisposeAsync();
        challenge.Dispose();
    }

    [Fact(Timeout = 600_000)]
    public async Task What_harms_says_what_will_happen_and_is_done_by_the_second_button_alone()
    {
        string scored = await ada.Submits(Contest, "provisional", "class A { }");
        await ada.Submits(Contest, "provisional", "class B { }");
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, scored, "provisional", 100, 0.5m);
        await Await.Says(olga, $"/c/{Contest}/provisional/standings", "100.000");

        await Asks("organise/{contest}", "Freeze", "sees nothing new|see nothing new", ("phase", "provisional"), ("holds", "true"));
        await Asks("organise/{contest}", "Freeze", "Everybody sees at once", ("phase", "provisional"), ("holds", "false"));
        await Asks("organise/{contest}", "Publish", "Not everything is there: one submission waits for its result",
            ("phase", "provisional"), ("holds", "true"));
        await Asks("organise/{contest}", "Publish", "What has been read or downloaded stays read", ("phase", "provisional"),
            ("holds", "false"));
        await Asks("organise/{contest}", "Phase", "The phase closes at once", ("phase", "examples"), ("form.Title", "Examples <b>"),
            ("form.Opens", "2020-01-01T00:00"), ("form.Closes", "2021-01-01T00:00"), ("form.Release", "raw"));
        await Rejudges(results, scored);
        await Asks("organise/{contest}/submissions", "Ignore", $"{scored} of Gulls", ("chosen", scored), ("reason", "it \"read\" answers"));
        string team = await Id("team", $"/api/v1/c/{Contest}/team");
        await Rewards(team);
        await Asks("organise/{contest}/teams", "Ignore", "Disqualify Gulls?", ("team", team), ("reason", "two accounts"));
        await Asks("organise/{contest}/teams", "NewKey", "The team's key of now", HttpStatusCode.Conflict, ("team", team));   // it has none
        await People();
        await Boards();
        await olga.Posts($"/organise/{Contest}/workers?handler=Token", ("name", "Otto"));
        string workers = await olga.Client.GetStringAsync($"/organise/{Contest}/workers", Stop);
        string token = TokenId().Match(workers).Groups[1].Value;
        await Asks("organise/{contest}/workers", "Revoke", "Revoke the token of Otto?", ("token", token));

        // Antiforgery says so, once an answer, of a page that had other words for caches.
        Assert.DoesNotContain(board.Output, line => line.Contains("headers have been overridden", StringComparison.Ordinal));
        Assert.Equal(HandlerTable.Rows.Where(row => row.Asks).Select(row => $"{row.Page} {row.Handler}").Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    private async Task Rejudges(RecordedResults results, string submission)
    {
        using HttpResponseMessage made = await olga.Posts($"/organise/{Contest}/submissions?handler=Rejudge",
            ("chosen", submission), ("reason", "a case was wrong"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        results.Scored(Contest, submission, "provisional", 90, 0.5m, generation: 1);
        string sets = await olga.Client.GetStringAsync($"/api/v1/organise/{Contest}/rejudge", Stop);
        string set = JsonDocument.Parse(sets).RootElement[0].GetProperty("id").GetString()!;
        await Await.Says(olga, $"/organise/{Contest}/rejudge", "What would change");
        await Asks("organise/{contest}/rejudge", "Apply", "One team's row changes", ("set", set));
        await Await.Says(olga, $"/organise/{Contest}/rejudge", "What taking it back would change");
        await Asks("organise/{contest}/rejudge", "TakeBack", "One team's row changes", ("set", set), ("reason", "it was right"));
        await Asks("organise/{contest}/rejudge", "Cancel", "would have to evaluate it all again", ("set", set));
    }

    /// <summary>A rule that nobody comes near, so that no award is written in between, and a grant.</summary>
    private async Task Rewards(string team)
    {
        await Does(HttpMethod.Put, "rules",
            new { name = "far", title = "Far off", phase = "provisional", rule = "FirstAbove", amount = 1, threshold = 1_000_000 });
        await Does(HttpMethod.Post, "grants", new { team, points = 1_200, reason = "told us of a bug" });
        await Asks("organise/{contest}/rewards", "End", "End the rule Far off?.*what it paid stands", ("name", "far"));
        string history = await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/rewards", Stop);
        string grant = JsonDocument.Parse(history).RootElement[0].GetProperty("id").GetString()!;
        await Asks("organise/{contest}/rewards", "TakeBack", "what Gulls was given?.*1,200 points leave", ("id", grant));
    }

    private async Task Does(HttpMethod method, string what, object body)
    {
        using HttpResponseMessage answer = await olga.Sends(method, $"/api/v1/organise/{Contest}/rewards/{what}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task Boards()
    {
        using BoardKey other = BoardKey.Fresh();
        await olga.Posts("/organise/boards?handler=Add", ("name", "The \"other\" board"), ("pem", other.Public.ToPem()));
        string boards = await olga.Client.GetStringAsync("/api/v1/organise/boards", Stop);
        string key = JsonDocument.Parse(boards).RootElement[0].GetProperty("keyId").GetString()!;
        await Asks("organise/boards", "Remove", "Remove The \"other\" board?", ("key", key));
    }

    private async Task People()
    {
        string account = await Id("ada", "/api/v1/me");
        await Asks("organise", "Role", "sees and does everything on this board", ("account", account), ("role", "organiser"));
        await Asks("organise", "Role", "lose these pages at once", ("account", account), ("role", "competitor"));
        await Asks("organise", "Password", "Their password of now stops working", ("account", account));
        await NewPassword();
        await olga.InvitesTo(Contest, "the \"last\" one");
        string invitations = await olga.Client.GetStringAsync("/api/v1/organise/invitations", Stop);
        string sha256 = JsonDocument.Parse(invitations).RootElement.EnumerateArray()
            .Single(one => one.GetProperty("note").GetString() == "the \"last\" one").GetProperty("codeSha256").GetString()!;
        await Asks("organise", "Revoke", "the invitation \"the \"last\" one\"?", ("sha256", sha256));
    }

    /// <summary>The password that the page showed opens the board, and a program changes it: the old one opens nothing then.</summary>
    private async Task NewPassword()
    {
        string shown = WebUtility.HtmlDecode(ShownPassword().Match(last).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, await SignsIn(shown));
        using HttpResponseMessage wrong = await ada.Sends(HttpMethod.Post, "/api/v1/me/password",
            new Dictionary<string, string> { ["old"] = Person.Password, ["new"] = "another long password" });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        using HttpResponseMessage changed = await ada.Sends(HttpMethod.Post, "/api/v1/me/password",
            new Dictionary<string, string> { ["old"] = shown, ["new"] = "another long password" });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await SignsIn("another long password"));
        Assert.NotEqual(HttpStatusCode.Redirect, await SignsIn(shown));
    }

    private async Task<HttpStatusCode> SignsIn(string password)
    {
        using Person again = new(board.Address);
        using HttpResponseMessage answer = await again.Posts("/sign-in", ("handle", "Ada"), ("password", password));
        return answer.StatusCode;
    }

    private async Task<string> Id(string what, string path)
    {
        using HttpResponseMessage answer = await ada.Sends(HttpMethod.Get, path);
        Assert.True(answer.IsSuccessStatusCode, what);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("id").GetString()!;
    }

    private Task Asks(string page, string handler, string says, params (string, string)[] fields) =>
        Asks(page, handler, says, HttpStatusCode.Redirect, fields);

    private async Task Asks(string page, string handler, string says, HttpStatusCode then, params (string, string)[] fields)
    {
        seen.Add($"{page} {handler}");
        (long Entries, long Acts) before = State();
        using HttpResponseMessage question = await olga.Posts($"/{page.Replace("{contest}", Contest)}?handler={handler}", fields);
        string shown = await question.Content.ReadAsStringAsync(Stop);
        Assert.True(question.StatusCode == HttpStatusCode.OK, $"{page} {handler}: {(int)question.StatusCode}\n{shown}");
        Match form = QuestionForm().Match(shown);
        Assert.True(form.Success, $"{page} {handler} asks nothing\n{shown}");
        Assert.Matches(new Regex(says, RegexOptions.Singleline), WebUtility.HtmlDecode(form.Value));
        Assert.Contains("autofocus", form.Value, StringComparison.Ordinal);
        Assert.Equal(before, State());
        using HttpResponseMessage done = await olga.Client.PostAsync(WebUtility.HtmlDecode(form.Groups[1].Value), new FormUrlEncodedContent(
            Hidden().Matches(form.Value).Select(field => new KeyValuePair<string, string>(
                WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))), Stop);
        string result = last = await done.Content.ReadAsStringAsync(Stop);
        bool showsASecret = done.StatusCode == HttpStatusCode.OK && !QuestionForm().IsMatch(result);
        Assert.True(done.StatusCode == then || showsASecret, $"{page} {handler}: {(int)done.StatusCode}\n{result}");
        Assert.Equal(then == HttpStatusCode.Conflict, before == State());
    }

    /// <summary>How much organisers have done: entries of the log and lines of the audit log, past the limit on requests.</summary>
    private (long Entries, long Acts) State()
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        using System.Data.Common.DbConnection connection = database.Read();
        return connection.QuerySingle<(long, long)>("SELECT (SELECT COUNT(*) FROM entry), (SELECT COUNT(*) FROM audit)");
    }

    [GeneratedRegex("""<div class="question".*?<form method="post" action="([^"]+)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex QuestionForm();

    [GeneratedRegex("""<input (?:type="hidden" )?name="([^"]+)" (?:type="hidden" )?value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<pre id="password">([^<]+)""")]
    private static partial Regex ShownPassword();

    [GeneratedRegex("""name="token" value="([^"]+)""")]
    private static partial Regex TokenId();
}
