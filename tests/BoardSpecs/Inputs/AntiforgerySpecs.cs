using System.Net;
using System.Text;
using Evaluator.BoardSpecs.Board;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>
/// Every form of every page without its antiforgery token, with a made-up one, and with one that the board gave somebody else: refused in
/// words that help, and not a row of the database is another one.
/// </summary>
[Collection(InputBoard.Shared)]
public sealed class AntiforgerySpecs(InputBoard inputs)
{
    [Fact(Timeout = 600_000)]
    public async Task A_form_without_the_token_of_its_own_visitor_is_refused_and_changes_nothing()
    {
        IReadOnlyList<FormInput> forms = await Surface.OfForms();
        string[] known = [.. HandlerTable.Rows.Select(row => $"{row.Page} {row.Handler}")];
        Assert.Empty(known.Except(forms.Select(form => form.Name)));
        using StoredRows rows = new(inputs.Full.Web.Folder);
        IReadOnlyDictionary<string, string> before = await rows.Settled();
        List<string> wrong = [];
        foreach (FormInput form in forms)
            foreach ((string what, string? token) in (IEnumerable<(string, string?)>)
                [("no token", null), ("a made-up token", "CfDJ8" + new string('A', 150)), ("another's token", await Anothers(form))])
            {
                wrong.AddRange(await Refusal(form, what, token));
                wrong.AddRange(StoredRows.Changed(before, rows.Now()).Select(table => $"{form.Name}, {what}: {table} is another"));
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private Task<string> Anothers(FormInput form) => inputs.Whose(form.Page) switch
    {
        Person stranger when stranger == inputs.Stranger => inputs.StrangersProgram.FormToken("/join"),
        Person ada when ada == inputs.Full.Ada => inputs.Full.Ben.FormToken("/me"),
        _ => inputs.Full.Ada.FormToken("/me"),
    };

    private async Task<IEnumerable<string>> Refusal(FormInput form, string what, string? token)
    {
        IEnumerable<(string Name, string Value)> fields = form.Fields.Select(name => (name, inputs.Of(form.Page, name)))
            .Append(("sure", "true")).Concat(token is null ? [] : [("__RequestVerificationToken", token)]);
        using HttpContent content = form.File is null
            ? new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)))
            : Bodies.Form(fields, form.File, "Mine.cs", Encoding.UTF8.GetBytes("class A { }"));
        string handler = form.Handler.Length > 0 ? "?handler=" + form.Handler : "";
        using HttpResponseMessage answer = await inputs.Whose(form.Page).Client.PostAsync(
            inputs.AddressOf(form.Page) + handler, content, TestContext.Current.CancellationToken);
        if (answer is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter.Delta: { } wait })
        {
            // What is guessed is counted by address, and all strangers of these specs have one.
            await Task.Delay(wait, TestContext.Current.CancellationToken);
            return await Refusal(form, what, token);
        }
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        bool isRefused = answer.StatusCode == HttpStatusCode.BadRequest
            && text.Contains("reload the page and send it again", StringComparison.Ordinal);
        return isRefused ? [] : [$"{form.Name}, {what}: {(int)answer.StatusCode} {text}"];
    }
}
