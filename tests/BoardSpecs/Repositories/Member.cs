using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Work;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>A competitor who uses the page of repositories.</summary>
internal sealed partial class Member(Person person) : IDisposable
{
    private const string Page = $"/c/{PredictorContest.Name}/repositories";

    private string control = "";

    public Person Person => person;

    /// <summary>Somebody whom <see cref="BoardAtWork.MakeCompetitor"/> made.</summary>
    public static async Task<Member> SignsIn(BoardAtWork board, string handle)
    {
        Person person = new(board.Web.Address);
        using HttpResponseMessage answer =
            await person.Posts("/sign-in", ("handle", handle), ("password", "a password of some length"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Member(person);
    }

    /// <summary>Registers a repository, and writes the line into it that shows whose it is.</summary>
    public async Task<Registration> Registers(PushedRepository repository, string path = "")
    {
        using HttpResponseMessage answer = await person.Posts(Page, ("url", repository.Address.ToString()), ("path", path));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        control = Shown(page, "control");
        repository.Write(".evaluator-board", control + "\n");
        (string hook, string secret) = (Shown(page, "hook"), Shown(page, "secret"));
        repository.TellsOfPushes(hook, secret);
        return new Registration(this, repository, hook, secret);
    }

    /// <summary>Writes the line again, and something new beside it.</summary>
    public string Shows(PushedRepository repository)
    {
        repository.Write(".evaluator-board", control + "\n");
        return "Show whose it is";
    }

    public string Adds(PushedRepository repository, string file)
    {
        repository.Write(file, "notes\n");
        return "Add notes";
    }

    /// <returns>The new secret.</returns>
    public async Task<string> Rotates(Registration registration)
    {
        string id = registration.Hook[(registration.Hook.LastIndexOf('/') + 1)..];
        using HttpResponseMessage answer = await person.Posts(Page + "?handler=Rotate", ("repository", id));
        return Shown(await answer.Content.ReadAsStringAsync(), "secret");
    }

    public Task<string> ReadsPage() => person.Client.GetStringAsync(Page);

    /// <summary>What the page says of a commit, once it is neither received nor being fetched. The branch, which is pushed along with its
    /// tags, hands nothing in.</summary>
    public async Task<string> SettledRowOf(string commit)
    {
        string row = "";
        await Await.That(async () =>
        {
            row = Rows().Matches(await ReadsPage()).Select(match => match.Value)
                .FirstOrDefault(one => one.Contains($"<td class=\"mono\">{commit[..7]}</td>", StringComparison.Ordinal)
                    && !one.Contains("<td>ignored</td>", StringComparison.Ordinal)) ?? "";
            return row.Length > 0 && !row.Contains("<td>received</td>", StringComparison.Ordinal)
                && !row.Contains("<td>fetching</td>", StringComparison.Ordinal);
        }, () => $"{commit} does not settle:\n{row}");
        return WebUtility.HtmlDecode(row);
    }

    /// <returns>The submission that a commit became.</returns>
    public async Task<string> SubmissionOf(string commit)
    {
        string row = await SettledRowOf(commit);
        Match match = Address().Match(row);
        Assert.True(match.Success, row);
        return match.Groups[1].Value;
    }

    public void Dispose() => person.Dispose();

    private static string Shown(string page, string id) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<pre id=\"{id}\">([^<]+)</pre>").Groups[1].Value);

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("href=\"/s/([a-z0-9]+)\"")]
    private static partial Regex Address();
}
