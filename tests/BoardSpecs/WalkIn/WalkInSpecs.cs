using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>Walking in: whose a name is, and from when on.</summary>
public sealed class WalkInSpecs(HarbourBoard harbour) : IClassFixture<HarbourBoard>
{
    private readonly string picks = harbour.FirstPicks;

    [Fact]
    public async Task The_first_accepted_file_claims_the_name_and_the_key_opens_it_again()
    {
        WalkInVisitor team = harbour.Visitor("Speurneuzen");
        Assert.Equal(201, (await team.HandIn(picks, "first")).Status);
        Assert.Equal(201, (await team.HandIn(picks, "second")).Status);
        foreach (string other in (string[])["Speurneuzen", "SPEURNEUZEN", "speur-neuzen."])
        {
            (int status, JsonElement problem) = await harbour.Visitor(other).HandIn(picks);
            Assert.Equal(409, status);
            Assert.Contains("al een team", WalkInVisitor.Detail(problem), StringComparison.Ordinal);
        }
        using HttpRequestMessage asks =
            new(HttpMethod.Get, $"/api/v1/c/{HarbourBoard.Contest}/submissions")
            {
                Headers =
                { Authorization = new AuthenticationHeaderValue("Bearer", team.Key) }
            };
        using HttpResponseMessage answer = await harbour.Http.SendAsync(asks, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, "the key is a token of the team");
    }

    [Fact]
    public async Task A_file_that_is_refused_takes_no_name()
    {
        Assert.Equal(400, (await harbour.Visitor("Eersten").HandIn(picks, file: "picks.xlsx")).Status);
        Assert.Equal(400, (await harbour.Visitor("Eersten").HandIn("")).Status);
        Assert.Equal(201, (await harbour.Visitor("Eersten").HandIn(picks)).Status);
    }

    [Theory]
    [InlineData("Douane Rotterdam")]
    [InlineData("douane rotterdam.")]
    [InlineData("Organiser")]
    [InlineData("x")]
    public async Task Names_that_would_be_believed_are_not_given(string name) =>
    Assert.InRange((await harbour.Visitor(name).HandIn(picks)).Status, 400, 409);

    [Fact]
    public async Task Sent_again_it_is_the_same_submission()
    {
        WalkInVisitor team = harbour.Visitor("Dubbelklik");
        (int status, JsonElement first) = await team.HandIn(picks, "once");
        (int again, JsonElement second) = await team.HandIn(picks, "once");
        Assert.Equal((201, 200), (status, again));
        Assert.Equal(first.GetProperty("submission").GetString(), second.GetProperty("submission").GetString());
    }

    [Fact]
    public async Task Of_many_who_want_a_name_at_once_one_gets_it()
    {
        (int Status, JsonElement)[] answers =
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => harbour.Visitor("Iedereen").HandIn(picks)));
        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.Equal(11, answers.Count(answer => answer.Status == 409));
    }

    [Fact]
    public async Task A_key_is_of_one_name_only()
    {
        WalkInVisitor team = harbour.Visitor("Een");
        Assert.Equal(201, (await team.HandIn(picks)).Status);
        (int status, JsonElement problem) = await With(harbour.Visitor("Ander"), team.Key).HandIn(picks);
        Assert.Equal(409, status);
        Assert.Contains("sleutel van \"Een\"", WalkInVisitor.Detail(problem), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evb_short")]
    [InlineData("")]
    [InlineData("a token of quite another kind, with many letters")]
    public async Task What_is_no_key_is_refused(string key)
    {
        (int status, JsonElement problem) = await With(harbour.Visitor("Sleutelloos"), key).HandIn(picks);
        Assert.Equal(400, status);
        Assert.Contains("evb_", WalkInVisitor.Detail(problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_is_made_anew_by_an_organiser_and_the_old_one_opens_nothing()
    {
        WalkInVisitor team = harbour.Visitor("Vergeten");
        Assert.Equal(201, (await team.HandIn(picks)).Status);
        string lost = team.Key, token = harbour.Organiser.Token;
        string id = await IdOf(team);
        using HttpRequestMessage renew =
            new(HttpMethod.Post, $"/api/v1/organise/{HarbourBoard.Contest}/teams/{id}/key")
            {
                Headers =
                { Authorization = new AuthenticationHeaderValue("Bearer", token) }
            };
        using HttpResponseMessage answer = await harbour.Http.SendAsync(renew, TestContext.Current.CancellationToken);
        team.Key = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("key")
            .GetString()!;
        Assert.Equal(201, (await team.HandIn(picks)).Status);
        team.Key = lost;
        Assert.Equal(409, (await team.HandIn(picks)).Status);
    }

    private static WalkInVisitor With(WalkInVisitor visitor, string key)
    {
        visitor.Key = key;
        return visitor;
    }

    private async Task<string> IdOf(WalkInVisitor team)
    {
        using HttpRequestMessage asks = new(HttpMethod.Get,
            $"/api/v1/c/{HarbourBoard.Contest}/team")
        { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", team.Key) } };
        using HttpResponseMessage answer = await harbour.Http.SendAsync(asks, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }
}
