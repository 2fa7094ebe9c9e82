using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.Standings.Log.Bodies;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Open models: who may read, like and build on what, and from when on.</summary>
public class OpenModelSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task Before_the_date_nobody_else_reads_or_likes_and_from_it_on_once_a_person_and_never_the_own_team()
    {
        using SampleChallenge challenge = new(FromDate);
        MovedClock clock = new();   // 2026-11-01, noon
        await using HostedBoard board = await HostedBoard.WithChallenge(challenge.Folder, clock);
        using Person olga = await Person.Joins(board.Address, board.NewOrganiserLink(), "Olga");
        using Person ada = await olga.Invites("Ada");
        using Person ben = await olga.Invites("Ben");
        using Person stranger = new(board.Address);
        foreach ((Person person, string team) in ((Person, string)[])[(ada, "Gulls"), (ben, "Terns")])
        {
            await person.MakesTeam(Contest, team);
            await person.MakeToken();
        }
        string model = await ada.Submits(Contest, "provisional", "class A { /* <b>plain</b> */ }");
        string child = await ben.Submits(Contest, "provisional", "class B { }");
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, model, "provisional", 100, 0.5m);
        results.Scored(Contest, child, "provisional", 130.5m, 0.5m);
        await Await.Says(olga, $"/c/{Contest}/provisional/standings", "130.500");

        foreach (string path in (string[])[$"/s/{model}", $"/s/{model}/source", $"/s/{model}/file", $"/api/v1/submissions/{model}"])
            Assert.Equal(HttpStatusCode.NotFound, await Asks(ben, path));
        Assert.Equal(HttpStatusCode.NotFound, await Likes(ben, model, HttpMethod.Put));
        Assert.Equal(HttpStatusCode.Conflict, await BasedOn(ben, child, model));
        Assert.Equal("[]", await Text(stranger, $"/api/v1/c/{Contest}/provisional/models"));

        clock.Move(3601);
        Assert.Contains("&lt;b&gt;plain&lt;/b&gt;", await Text(stranger, $"/s/{model}/source"));
        Assert.DoesNotContain("Mine.cs", await Text(stranger, $"/s/{model}/source"));
        Assert.Equal("class A { /* <b>plain</b> */ }", await Text(stranger, $"/s/{model}/file"));
        Assert.Equal(HttpStatusCode.NoContent, await Likes(ben, model, HttpMethod.Put));
        Assert.Equal(HttpStatusCode.NoContent, await Likes(ben, model, HttpMethod.Put));
        Assert.Equal(HttpStatusCode.Conflict, await Likes(ada, model, HttpMethod.Put));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Sent(stranger, HttpMethod.Put, $"/api/v1/submissions/{model}/like")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await Asks(ben, $"/api/v1/submissions/{model}/like"));
        Assert.Equal(1, (await Model(stranger, model)).GetProperty("likes").GetInt32());
        Assert.Equal(1, (await Text(stranger, $"/api/v1/c/{Contest}/log")).Split("\"kind\":\"liked\"").Length - 1);
        Assert.Equal(HttpStatusCode.NoContent, await Likes(ben, model, HttpMethod.Delete));
        Assert.Equal(0, (await Model(stranger, model)).GetProperty("likes").GetInt32());

        Assert.Equal(HttpStatusCode.NoContent, await BasedOn(ben, child, model));
        Assert.Equal(HttpStatusCode.Conflict, await BasedOn(ben, child, model));       // said already
        Assert.Equal(HttpStatusCode.Conflict, await BasedOn(ada, model, child));       // it came in later
        Assert.Equal(HttpStatusCode.Conflict, await BasedOn(ada, child, model));       // another team's
        Assert.Equal(30.5m, (await Model(stranger, child)).GetProperty("parents")[0].GetProperty("gain").GetDecimal());
        Assert.Contains("30.500 better", await Text(stranger, $"/s/{child}"));
        Assert.Contains("Who built on whom: 2 models, 1 times", await Text(stranger, $"/c/{Contest}/provisional/models?way={child}"));
    }

    [Fact(Timeout = 300_000)]
    public async Task In_a_browser_a_like_is_given_and_taken_back_by_a_button_alone_and_works_without_JavaScript()
    {
        using SampleChallenge challenge = new(phases => phases["phases"]![1]!["models"] = "at-once");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        using Person ben = await olga.Invites("Ben");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string model = await ada.Submits(Contest, "provisional", "class A { }");
        IBrowserContext plain = await browser.Of(board.Address, new() { StorageState = ben.BrowserState(), JavaScriptEnabled = false });
        IPage page = await plain.NewPageAsync();
        await page.GotoAsync($"/s/{model}");
        await page.GetByRole(AriaRole.Button, new() { Name = "I like it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#likes")).ToHaveTextAsync("One person likes it.");
        await page.GotoAsync($"/s/{model}?handler=Like&likes=false");   // a link takes nothing back
        await Assertions.Expect(page.Locator("#likes")).ToHaveTextAsync("One person likes it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "I like it no longer" }).ClickAsync();
        await Assertions.Expect(page.Locator("#likes")).ToHaveTextAsync("Nobody likes it yet.");
        IPage own = await (await browser.Of(board.Address, new() { StorageState = ada.BrowserState() })).NewPageAsync();
        await own.GotoAsync($"/s/{model}");
        await Assertions.Expect(own.Locator("#likes")).ToBeVisibleAsync();
        Assert.Equal(0, await own.GetByRole(AriaRole.Button, new() { Name = "I like it" }).CountAsync());
    }

    private static void FromDate(JsonObject challenge)
    {
        challenge["phases"]![1]!["models"] = "from-date";
        challenge["phases"]![1]!["modelsFrom"] = "2026-11-01T13:00:00Z";
    }

    private static async Task<JsonElement> Model(Person person, string submission) =>
        JsonDocument.Parse(await Text(person, $"/api/v1/c/{Contest}/provisional/models")).RootElement.EnumerateArray()
            .Single(model => model.GetProperty("submission").GetString() == submission);

    private static async Task<HttpStatusCode> Likes(Person person, string submission, HttpMethod method) =>
        (await Sent(person, method, $"/api/v1/submissions/{submission}/like")).Status;

    private static async Task<HttpStatusCode> BasedOn(Person person, string child, string parent) =>
        (await Sent(person, HttpMethod.Post, $"/api/v1/submissions/{child}/parents", new { parent })).Status;

    private static async Task<(HttpStatusCode Status, string Text)> Sent(Person person, HttpMethod method, string path, object? body = null)
    {
        using HttpResponseMessage answer = person.Token is null
            ? await person.Client.SendAsync(new HttpRequestMessage(method, path)) : await person.Sends(method, path, body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> Asks(Person person, string path)
    {
        using HttpResponseMessage answer = await person.Client.GetAsync(path);
        return answer.StatusCode;
    }

    private static Task<string> Text(Person person, string path) =>
        person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
