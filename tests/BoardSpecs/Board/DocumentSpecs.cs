using System.Net;
using System.Text.Json;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Winners' documents: after publishing, in time, by the captain; for the team and the organisers alone.</summary>
public class DocumentSpecs
{
    private const string Contest = SampleChallenge.Name, Documents = $"/api/v1/c/{Contest}/provisional/documents";

    [Fact(Timeout = 300_000)]
    public async Task The_captain_of_a_ranked_team_hands_them_in_after_publishing_and_nobody_else_reads_them()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["documentsUntil"] = "2099-06-01T00:00:00Z");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ann = await organiser.Invites("Ann");
        using Person ben = await organiser.Invites("Ben");
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        foreach (Person person in (Person[])[ada, ann, ben])
            await person.MakeToken();
        await organiser.MakeToken("organise");
        await JoinTeamOf(ada, ann);
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class A { }"), "provisional", 100, 0.1m);
        await Await.Says(organiser, $"/c/{Contest}/provisional/standings", "100.000");

        await Refused(ada, "derivation", "How.pdf", HttpStatusCode.Conflict, "is not published yet");
        await Publish(organiser);
        await Refused(ann, "derivation", "How.pdf", HttpStatusCode.Forbidden, "The captain hands");
        await Refused(ben, "derivation", "How.pdf", HttpStatusCode.Conflict, "not ranked");
        await Refused(ada, "poem", "How.pdf", HttpStatusCode.BadRequest, "derivation");
        await Refused(ada, "derivation", "How.exe", HttpStatusCode.BadRequest, ".pdf");
        using HttpResponseMessage taken = await HandIn(ada, "derivation", "Ada's way.pdf");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        string id = JsonDocument.Parse(await Text(taken)).RootElement.GetProperty("id").GetString()!;

        foreach ((Person person, HttpStatusCode status) in ((Person, HttpStatusCode)[])
            [(ada, HttpStatusCode.OK), (ann, HttpStatusCode.OK), (organiser, HttpStatusCode.OK), (ben, HttpStatusCode.NotFound)])
        {
            using HttpResponseMessage file = await person.Client.GetAsync($"/documents/{id}/file", TestContext.Current.CancellationToken);
            Assert.Equal(status, file.StatusCode);
        }
        Assert.DoesNotContain(id, await Text(await ben.Sends(HttpMethod.Get, Documents)));
        await Await.Says(organiser, $"/organise/{Contest}/documents", "Licences of the code that is included");
        string log = await Text(await ben.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/log"));
        Assert.Contains("\"kind\":\"document-received\"", log);
        Assert.DoesNotContain("Ada's way", log);
        using HttpResponseMessage forgotten =
            await ada.Sends(HttpMethod.Delete, $"/api/v1/me?password={Uri.EscapeDataString(Person.Password)}");
        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        string left = await organiser.Client.GetStringAsync($"/organise/{Contest}/documents", TestContext.Current.CancellationToken);
        Assert.Contains("erased.pdf", left);
        Assert.DoesNotContain("way.pdf", left);
    }

    [Fact(Timeout = 300_000)]
    public async Task After_the_deadline_nothing_is_taken_and_the_page_works_without_a_program()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["documentsUntil"] = "2099-06-01T00:00:00Z");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        await organiser.MakeToken("organise");
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class A { }"), "provisional", 100, 0.1m);
        await Await.Says(organiser, $"/c/{Contest}/provisional/standings", "100.000");
        await Publish(organiser);
        await Await.Says(ada, $"/c/{Contest}/provisional/documents", "Hand it in");
        using HttpResponseMessage set = await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/provisional",
            new
            {
                title = "Provisional",
                opens = "2020-01-01T00:00",
                closes = "2021-01-01T00:00",
                documentsUntil = "2021-02-01T00:00",
                release = "raw"
            });
        Assert.True(set.IsSuccessStatusCode, await Text(set));
        await Refused(ada, "licences", "Licences.md", HttpStatusCode.Conflict, "The deadline was 1 Feb 2021");
        await Await.Says(ada, $"/c/{Contest}/provisional/documents", "The deadline was 1 Feb 2021");
    }

    private static async Task JoinTeamOf(Person captain, Person member)
    {
        using HttpResponseMessage rules = await member.Posts($"/c/{Contest}/rules", ("version", "1"));
        using HttpResponseMessage link = await captain.Sends(HttpMethod.Post, $"/api/v1/c/{Contest}/team/invitation");
        string code = JsonDocument.Parse(await Text(link)).RootElement.GetProperty("code").GetString()!;
        using HttpResponseMessage joined = await member.Sends(HttpMethod.Post, $"/api/v1/c/{Contest}/team/join/{code}");
        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode);
    }

    private static async Task Publish(Person organiser)
    {
        using HttpResponseMessage answer =
            await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/provisional/publish", new { holds = true });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task Refused(Person person, string kind, string name, HttpStatusCode status, string says)
    {
        using HttpResponseMessage answer = await HandIn(person, kind, name);
        string text = await Text(answer);
        Assert.True(answer.StatusCode == status && text.Contains(says, StringComparison.Ordinal), $"{(int)answer.StatusCode}: {text}");
    }

    private static async Task<HttpResponseMessage> HandIn(Person person, string kind, string name)
    {
        using HttpRequestMessage request =
            person.WithToken(HttpMethod.Post, $"{Documents}?kind={kind}&name={Uri.EscapeDataString(name)}");
        request.Content = new ByteArrayContent("%PDF-1.7 by the mean of ten years"u8.ToArray());
        return await person.Client.SendAsync(request);
    }

    private static Task<string> Text(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
