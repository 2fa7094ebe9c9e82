using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Tables;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>
/// Everything that the board takes (each route's address, query, headers and body, each form's fields and file), as the program itself
/// names it, with hostile text in one place after the other: a clear answer, nothing broken, nothing lost or stored twice, and on no page
/// anything but text.
/// </summary>
[Collection(InputBoard.Shared)]
public sealed class EveryInputSpecs(InputBoard inputs)
{
    private readonly Attempts attempts = new();

    private FullBoard Full => inputs.Full;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 900_000)]
    public async Task Whatever_is_sent_to_a_route_or_a_form_is_answered_clearly_and_stays_text()
    {
        IReadOnlyList<RouteInput> routes = await Surface.OfRoutes();
        IReadOnlyList<FormInput> forms = await Surface.OfForms();
        Assert.Empty(routes.Where(route => route is { IsPage: false, Method: not "GET", Body: null })
            .Select(route => route.Name).Except(ReadByHand.Bodies.Keys));
        foreach (RouteInput route in routes)
            await Try(route);
        foreach (FormInput form in forms)
            await Try(form);
        Assert.Equal(routes.Select(route => route.Name).Concat(forms.Select(form => form.Name)).Order(StringComparer.Ordinal),
            attempts.Tried.Order(StringComparer.Ordinal));
        Assert.True(attempts.Wrong.Count == 0, string.Join('\n', attempts.Wrong));
        Assert.True(attempts.Count > 1000, $"only {attempts.Count} were sent");
        await EachAcknowledgedIsThereOnce();
        await PagesShowText();
        await TheLogHolds();
        string[] errors = [.. Full.Web.Output.Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal))];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    private async Task Try(RouteInput route)
    {
        bool isApi = route.Pattern.StartsWith("/api", StringComparison.Ordinal);
        string address = inputs.AddressOf(route.Pattern);
        foreach (string part in route.Path)
            foreach (string text in HostileText.WithoutNul)
                await Send(route, $"{part} = {text}", inputs.AddressOf(route.Pattern, part, text), mayWork: !isApi);
        string[] query = [.. route.Query, .. ReadByHand.Query.GetValueOrDefault(route.Name, [])];
        // What takes nothing is asked with something; where a path says of what, that would only do what the route is there for.
        foreach (string name in query.Length > 0 || route.Path.Count > 0 ? query : ["anything"])
            foreach (string text in HostileText.All)
                await Send(route, $"?{name}={text}", address + QueryOf(route, query, name, text));
        foreach (string name in ReadByHand.Headers.GetValueOrDefault(route.Name, []))
            foreach (string text in HostileText.Visible)
                await Send(route, $"{name}: {text}", address + QueryOf(route, query), header: (name, text));
        await TryBodies(route, address + QueryOf(route, query));
    }

    private async Task TryBodies(RouteInput route, string address)
    {
        (BodyKind kind, Type? type) = ReadByHand.BodyOf(route);
        if (kind == BodyKind.File)
            foreach (string text in HostileText.All)
                await Send(route, "the file", address, () => Bodies.File(Encoding.UTF8.GetBytes(text)));
        if (type is null)
            return;
        JsonObject sensible = BodyOf(route, type);
        IEnumerable<(string What, string Text)> bodies = Bodies.Hostile(type, sensible)
            .Select(body => (body.What, body.Body.ToJsonString())).Concat(Bodies.NoObjects.Select(text => (text, text)));
        foreach ((string what, string text) in bodies)
            await Send(route, what, address, () => kind == BodyKind.Json ? Bodies.Json(text)
                : Bodies.Form([("report", text)], "file", "cases/250250203033.json", "{}"u8.ToArray()));
        if (kind == BodyKind.Json)
            await Send(route, "another kind of body", address, () => new StringContent(HostileText.All[0]));
        else
            foreach (string text in HostileText.All)
                await Send(route, $"a file called {text}", address,
                    () => Bodies.Form([("report", sensible.ToJsonString())], "file", text, "{}"u8.ToArray()));
    }

    private async Task Try(FormInput form)
    {
        Person person = inputs.Whose(form.Page);
        string token = await person.FormToken(person == inputs.Stranger ? "/join" : "/me");
        string handler = form.Handler.Length > 0 ? "?handler=" + form.Handler : "";
        (string Name, string Value)[] sensible = [("__RequestVerificationToken", token), ("sure", "true"),
            .. form.Fields.Select(name => (name, inputs.Of(form.Page, name)))];
        Task Post(string what, string address, IEnumerable<(string Name, string Value)> fields, string file = "Mine.cs") => attempts.Send(
            person.Client, form.Name, what, () => new HttpRequestMessage(HttpMethod.Post, address + handler)
            {
                Content = form.File is null
                    ? new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)))
                    : Bodies.Form(fields, form.File, file, "class A { }"u8.ToArray()),
            }, forPrograms: false);

        string page = inputs.AddressOf(form.Page);
        if (form.Fields.Count == 0)
            await Post("no field", inputs.AddressOf(form.Page, Placeholder(form), HostileText.Visible.First()), sensible);
        foreach (string name in form.Fields)
        {
            foreach (string text in HostileText.All)
            {
                (string, string)[] typed = [.. sensible.Select(field => field.Name == name ? (name, text) : field)];
                await Post($"{name} = {text}", page, typed.Where(field => field.Item1 != "sure"));
                await Post($"{name} = {text}, meant", page, typed);
            }
            // Who says no member leaves the team; that is no fault, and everybody else of this spec is still wanted there.
            if (form.Name != "c/{contest}/team Leave")
                await Post($"without {name}", page, sensible.Where(field => field.Name != name));
        }
        if (form.File is not null)
            foreach (string text in HostileText.All)
                await Post($"a file called {text}", page, sensible, text);
    }

    private static string? Placeholder(FormInput form) =>
        form.Page.IndexOf('{') is var start and >= 0 ? form.Page[(start + 1)..form.Page.IndexOf('}')] : null;

    private Task Send(RouteInput route, string what, string address, Func<HttpContent>? body = null, bool mayWork = true,
        (string Name, string Text)? header = null)
    {
        Person person = inputs.Whose(route.Pattern);
        return attempts.Send(person.Client, route.Name, what, () =>
        {
            HttpRequestMessage request = new(new HttpMethod(route.Method), address) { Content = body?.Invoke() ?? Usual(route) };
            if (!route.IsPage && person.Token is { } token)
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            if (route.Pattern.Contains("/walk-in/", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation("Team-Key", inputs.Of(route.Pattern, "teamkey"));
            if (header is var (name, text))
            {
                request.Headers.Remove(name == "Content-Type" ? "Accept" : name);
                request.Content?.Headers.Remove("Content-Type");
                _ = name == "Content-Type" ? request.Content?.Headers.TryAddWithoutValidation(name, text)
                    : request.Headers.TryAddWithoutValidation(name, text);
            }
            return request;
        }, forPrograms: !route.IsPage, mayWork);
    }

    /// <summary>The body where something else is hostile.</summary>
    private HttpContent? Usual(RouteInput route)
    {
        (BodyKind kind, Type? type) = ReadByHand.BodyOf(route);
        return kind switch
        {
            BodyKind.File => Bodies.File(Encoding.UTF8.GetBytes(
                route.Pattern.Contains("walk-in", StringComparison.Ordinal) ? PicksChallenge.Table(1, 2, 3, 4) : "class A { }")),
            BodyKind.Json => Bodies.Json(BodyOf(route, type!).ToJsonString()),
            BodyKind.Form => Bodies.Form([("report", BodyOf(route, type!).ToJsonString())], "file", "cases/1.json", "{}"u8.ToArray()),
            _ => null,
        };
    }

    private JsonObject BodyOf(RouteInput route, Type type)
    {
        if (type.IsArray)
            return [];
        if (route.Name == "PUT /api/v1/organise/{contest}/phases/{phase}")
            return inputs.PhaseAsItIs();
        JsonObject body = Bodies.Sensible(type, name => inputs.Of(route.Pattern, name));
        if (route.Pattern.EndsWith("/ignored", StringComparison.Ordinal) || route.Pattern.EndsWith("/reinstated", StringComparison.Ordinal))
            body.Remove("team");    // either one, or the other
        return body;
    }

    private string QueryOf(RouteInput route, string[] names, string? hostile = null, string text = "")
    {
        IEnumerable<string> parts = names.Append(hostile).Distinct().OfType<string>()
            .Select(name => (Name: name, Value: name == hostile ? text : inputs.Of(route.Pattern, name)))
            .Where(one => one.Name == hostile || one.Value is { Length: > 0 } and not "none")
            .Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}");
        return string.Join('&', parts) is { Length: > 0 } query ? "?" + query : "";
    }

    private async Task EachAcknowledgedIsThereOnce()
    {
        Assert.NotEmpty(attempts.Acknowledged);
        Assert.Equal(attempts.Acknowledged.Count, attempts.Acknowledged.Distinct().Count());
        List<string> there = [];
        foreach (string contest in (string[])[FullBoard.Contest, FullBoard.WalkIn])
            foreach (string line in (await Full.Organiser.Client.GetStringAsync($"/api/v1/c/{contest}/log", Stop)).Split('\n'))
                if (line.Contains("submission-accepted", StringComparison.Ordinal))
                    there.Add(JsonNode.Parse(line)!["body"]!["submission"]!.GetValue<string>());
        ForEvery.In(attempts.Acknowledged, submission => Assert.Single(there, one => one == submission));
    }

    /// <summary>Every page, for everybody who may see it, and every submission that was made meanwhile.</summary>
    private async Task PagesShowText()
    {
        HashSet<string> escaped = [];
        foreach ((Who who, Person person) in ((Who, Person)[])[(Who.Own, Full.Ada), (Who.Organiser, Full.Organiser)])
            foreach (string address in Full.Pages.Where(page => page.May.HasFlag(who)).Select(page => page.Address)
                .Concat(attempts.Acknowledged.Select(submission => "/s/" + submission)).Append($"/c/{FullBoard.WalkIn}/live/best"))
            {
                using HttpResponseMessage answer = await person.Client.GetAsync(address, Stop);
                string text = await answer.Content.ReadAsStringAsync(Stop);
                Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
                Assert.True(Array.Find(HostileText.Marks, text.Contains) is null, $"{who} sees markup in {address} as it was typed");
                if (text.Contains(HostileText.Escaped, StringComparison.Ordinal))
                    escaped.Add(address);
            }
        // What was taken is shown, so this could have failed: notes, remarks, reasons, titles, names of files and of workers.
        Assert.True(escaped.Count > 8, "only these show something of it: " + string.Join(' ', escaped));
    }

    private async Task TheLogHolds()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await Full.Organiser.Client.GetStringAsync($"/organise/{FullBoard.Contest}/export", Stop), Stop);
        await EvaluatorProgram.Succeed("board", "verify", file);
        File.Delete(file);
    }
}
