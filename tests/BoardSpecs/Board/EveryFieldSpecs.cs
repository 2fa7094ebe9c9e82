using System.Net;
using System.Text.RegularExpressions;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Walks the pages as a browser would, finds every form that they show and sends markup and SQL in each of its fields: nothing breaks, and
/// no page shows them as anything but text. What the board takes whether a page shows it or not, EveryInputSpecs sends.
/// </summary>
public sealed partial class EveryFieldSpecs
{
    private const string Markup = "<script>alert(1)</script>'; DROP TABLE submission; --";

    private const int MostPages = 300;

    // These end the walk; other specs send them.
    private static readonly string[] LeftAlone = ["/sign-out", "handler=Erase", "handler=Password"];

    [Fact(Timeout = 900_000)]
    public async Task Whatever_stands_in_a_field_stays_text_and_breaks_nothing()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithoutLimit(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(SampleChallenge.Name, "Gulls");
        await ada.MakeToken();
        await ada.Submits(SampleChallenge.Name, "provisional", "class A { }");
        using Person stranger = new(board.Address);
        int fields = 0;
        foreach (Person person in (Person[])[stranger, ada, organiser])
            foreach (string path in await Pages(person))
                fields += await FillForms(person, path);
        Assert.True(fields > 30, $"only {fields} fields were found");
        foreach (Person person in (Person[])[stranger, ada, organiser])
            Assert.NotEmpty(await Pages(person));
        Assert.Equal("ready\n", await stranger.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        string[] errors = [.. board.Output.Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal))];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    /// <returns>All pages that links lead to from the front page; each was read, and none shows markup that somebody typed.</returns>
    private static async Task<IReadOnlyList<string>> Pages(Person person)
    {
        List<string> pages = ["/"];
        for (int next = 0; next < pages.Count; next++)
        {
            using HttpResponseMessage answer = await Patiently(() => person.Client.GetAsync(pages[next]));
            string page = await Read(answer, pages[next]);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match link in Link().Matches(page))
            {
                string path = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (path.StartsWith('/') && !pages.Contains(path) && pages.Count < MostPages)
                    pages.Add(path);
            }
        }
        return pages;
    }

    /// <returns>How many fields were filled.</returns>
    private static async Task<int> FillForms(Person person, string path)
    {
        int filled = 0;
        using HttpResponseMessage got = await Patiently(() => person.Client.GetAsync(path));
        string page = await Read(got, path);
        foreach (Match form in Form().Matches(page))
        {
            string action = Action().Match(form.Groups[1].Value) is { Success: true } named
                ? WebUtility.HtmlDecode(named.Groups[1].Value) : path;
            if (LeftAlone.Any(action.Contains))
                continue;
            Dictionary<string, string> fields = FieldsOf(form.Groups[2].Value);
            foreach (string field in fields.Keys.Where(name => name != "__RequestVerificationToken"))
            {
                Dictionary<string, string> typed = new(fields) { [field] = Markup };
                using HttpResponseMessage answer =
                    await Patiently(() => person.Client.PostAsync(action, new FormUrlEncodedContent(typed)));
                string shown = await Read(answer, $"{action}, {field}");
                filled++;
                if (!shown.Contains("class=\"question\"", StringComparison.Ordinal))
                    continue;
                typed["sure"] = "true";   // it asks first; what it showed was text, and then it does it
                using HttpResponseMessage done =
                    await Patiently(() => person.Client.PostAsync(action, new FormUrlEncodedContent(typed)));
                await Read(done, $"{action}, {field}, meant");
            }
        }
        return filled;
    }

    /// <summary>Who types this fast is told to wait, and does.</summary>
    private static async Task<HttpResponseMessage> Patiently(Func<Task<HttpResponseMessage>> send)
    {
        while (true)
        {
            HttpResponseMessage answer = await send();
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                return answer;
            answer.Dispose();
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> Read(HttpResponseMessage answer, string what)
    {
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500, $"{what}: {(int)answer.StatusCode}");
        bool isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        Assert.False(isPage && text.Contains("<script>alert", StringComparison.Ordinal), $"{what} shows markup as it was typed");
        return text;
    }

    /// <summary>Names and values as they would be sent: the first choice of a list, what is typed in already.</summary>
    private static Dictionary<string, string> FieldsOf(string form)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (Match field in Field().Matches(form))
            if (Name().Match(field.Value) is { Success: true } name)
            {
                Match value = Value().Match(field.Value);
                fields.TryAdd(WebUtility.HtmlDecode(name.Groups[1].Value), WebUtility.HtmlDecode(value.Groups[1].Value));
            }
        return fields;
    }

    [GeneratedRegex("""<a[^>]* href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""<form([^>]*method="post"[^>]*)>(.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""action="([^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""<(?:input|textarea|select|button)\b[^>]*>(?:\s*<option[^>]*>)?""", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("""\bname="([^"]+)""")]
    private static partial Regex Name();

    [GeneratedRegex("""\bvalue="([^"]*)""")]
    private static partial Regex Value();
}
