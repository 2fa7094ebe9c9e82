using System.Net;
using System.Text;
using System.Text.Json;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Two boards on two ports: what one signs for a nonce of the other is shown there, and nothing else that somebody may try to hand in.
/// </summary>
public class FederationSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task A_profile_signed_for_a_nonce_is_history_from_elsewhere_and_an_edited_expired_foreign_or_stolen_one_is_refused()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard home = await RunningBoard.WithChallenges(challenge.Folder);
        await using HostedBoard there = await HostedBoard.WithChallenge(challenge.Folder, new MovedClock());
        using Person olga = await Person.Joins(home.Address, home.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        using (RecordedResults results = new(home.Folder))
            results.Scored(Contest, await ada.Submits(Contest, "provisional", "class A { }"), "provisional", 4273.125m, 0.3m);
        await Await.Says(ada, $"/c/{Contest}/provisional/standings", "4");
        await Shows(ada);
        using Person boss = await Person.Joins(there.Address, there.NewOrganiserLink(), "Boss");
        using Person adaThere = await boss.Invites("Ada L");
        using Person ben = await boss.Invites("Ben");
        foreach (Person person in (Person[])[boss, adaThere, ben])
            await person.MakeToken(person == boss ? "organise" : "submit");
        await Shows(adaThere);

        string signed = await Signed(ada, await Nonce(adaThere));
        Assert.Equal((HttpStatusCode.Forbidden, true), await Takes(adaThere, signed, "a board that this one does not know"));
        await Knows(boss, JsonDocument.Parse(await Text(ada, "/api/v1/key")).RootElement.GetProperty("pem").GetString()!);

        Assert.Equal((HttpStatusCode.BadRequest, true),
            await Takes(adaThere, signed.Replace("4273.125", "9273.125"), "signature does not fit"));
        Assert.Equal((HttpStatusCode.Forbidden, true), await Takes(ben, signed, "for somebody else"));
        Assert.Equal((HttpStatusCode.BadRequest, true), await Takes(adaThere, await Text(ada, "/u/Ada.json"), "no nonce of this board"));
        Assert.Equal((HttpStatusCode.NoContent, true), await Takes(adaThere, signed, ""));
        Assert.Equal((HttpStatusCode.Conflict, true), await Takes(adaThere, signed, "used before"));

        string late = await Signed(ada, await Nonce(adaThere));
        there.Clock.Move(3601);
        Assert.Equal((HttpStatusCode.Conflict, true), await Takes(adaThere, late, "expired"));

        using Person stranger = new(there.Address);
        string page = await Text(stranger, "/u/Ada%20L");
        Assert.Contains("as Ada</h2>", page);
        Assert.Contains("1 of 1", page);
        Assert.Contains("4273.125", page);
        // Nobody has another's history signed for a nonce of their own.
        using HttpResponseMessage stolen = await olga.Client.GetAsync("/u/Ada.json?nonce=mine", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
    }

    private static async Task Shows(Person person)
    {
        using HttpResponseMessage shown = await person.Sends(HttpMethod.Put, "/api/v1/me/profile",
            new { page = true, places = true, submissions = true, rewards = true, elsewhere = true, about = "" });
        Assert.Equal(HttpStatusCode.NoContent, shown.StatusCode);
    }

    private static async Task Knows(Person organiser, string pem)
    {
        using HttpResponseMessage known =
            await organiser.Sends(HttpMethod.Post, "/api/v1/organise/boards", new { name = "The home board", pem });
        Assert.Equal(HttpStatusCode.NoContent, known.StatusCode);
    }

    private static async Task<string> Nonce(Person person)
    {
        using HttpResponseMessage made = await person.Sends(HttpMethod.Post, "/api/v1/me/elsewhere/nonce");
        return JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("nonce").GetString()!;
    }

    private static Task<string> Signed(Person person, string nonce) => Text(person, $"/u/Ada.json?nonce={nonce}");

    /// <returns>The answer's status, and whether it says why.</returns>
    private static async Task<(HttpStatusCode Status, bool Says)> Takes(Person person, string profile, string why)
    {
        using HttpRequestMessage request = person.WithToken(HttpMethod.Post, "/api/v1/me/elsewhere");
        request.Content = new StringContent(profile, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await person.Client.SendAsync(request);
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains(why, StringComparison.Ordinal));
    }

    private static Task<string> Text(Person person, string path) =>
        person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
