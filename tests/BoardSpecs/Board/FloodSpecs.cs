using System.Net;
using System.Net.Sockets;
using System.Text;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Too much of something: of one sender's requests, or of one request's bytes. With EVALUATOR_SOAK the flood lasts a minute, and 50
/// teams work beside it.
/// </summary>
public class FloodSpecs
{
    private const string Contest = SampleChallenge.Name;
    private const int RequestsPerSecond = 20;   // what a board.json that says nothing allows
    private const int BurstSeconds = 3;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") is { Length: > 0 };

    [Fact(Timeout = 1_800_000)]
    public async Task One_token_that_asks_200_times_a_second_waits_while_teams_behind_the_same_address_go_on()
    {
        (int teams, TimeSpan time) = IsSoak ? (50, TimeSpan.FromSeconds(60)) : (5, TimeSpan.FromSeconds(3));
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken();
        List<Person> others = [];
        for (int team = 0; team < teams; team++)
        {
            Person person = await organiser.Invites($"Person{team}");
            await person.MakesTeam(Contest, $"Team {team}");
            await person.MakeToken();
            others.Add(person);
        }

        DateTime start = DateTime.UtcNow;
        using CancellationTokenSource over = new(time);
        Task<Dictionary<HttpStatusCode, int>> flood = Flood(organiser, over.Token);
        int[] rounds = await Task.WhenAll(others.Select(other => GoesOn(other, over.Token)));
        Dictionary<HttpStatusCode, int> answers = await flood;
        double seconds = (DateTime.UtcNow - start).TotalSeconds;

        ForEvery.In(rounds, done => Assert.True(done > 0));
        Assert.Empty(answers.Keys.Except([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]));
        int asked = answers.Values.Sum(), served = answers[HttpStatusCode.OK];
        double most = RequestsPerSecond * (seconds + BurstSeconds + 1);
        Assert.True(served <= most, $"{served} of {asked} were served in {seconds:F1} s");
        using HttpResponseMessage own = await others[0].Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/submissions");
        string submissions = await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        others.ForEach(other => other.Dispose());
        Assert.Equal(rounds[0], submissions.Split("\"id\":").Length - 1);
        Assert.SkipUnless(asked > most, $"this machine was too busy for a flood: {asked} requests in {seconds:F1} s");
    }

    [Fact(Timeout = 300_000)]
    public async Task A_body_over_the_limit_is_refused_while_it_is_read()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string blobs = Path.Combine(board.Folder, "blobs");
        int before = Directory.GetFiles(blobs, "*", SearchOption.AllDirectories).Length;
        // Of a body in pieces nobody knows the length before it ends. This one never does: whoever waits for that, waits for ever.
        using TcpClient connection = new();
        await connection.ConnectAsync(board.Address.Host, board.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await Send(stream, $"POST /api/v1/c/{Contest}/provisional/submissions?name=A.cs HTTP/1.1\r\nHost: {board.Address.Authority}\r\n"
            + $"Authorization: Bearer {ada.Token}\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int sent = 0; sent <= 100_000; sent += 10_000)
            await Send(stream, $"{10_000:x}\r\n{new string('a', 10_000)}\r\n");
        using StreamReader reader = new(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage own = await ada.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/submissions");
        Assert.Equal("[]", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, Directory.GetFiles(blobs, "*", SearchOption.AllDirectories).Length);
    }

    private static async Task<Dictionary<HttpStatusCode, int>> Flood(Person person, CancellationToken over)
    {
        List<Task<HttpStatusCode>> answers = [];
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(5));
        while (!over.IsCancellationRequested)
        {
            answers.Add(Status(person));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
        return (await Task.WhenAll(answers)).CountBy(status => status).ToDictionary();
    }

    private static async Task<HttpStatusCode> Status(Person person)
    {
        using HttpResponseMessage answer = await person.Sends(HttpMethod.Get, "/api/v1/me");
        return answer.StatusCode;
    }

    /// <summary>What a team does in a contest, over and over: looks, hands in, asks what came of it.</summary>
    /// <returns>How often it did so.</returns>
    private static async Task<int> GoesOn(Person person, CancellationToken over)
    {
        int rounds = 0;
        do
        {
            using HttpResponseMessage standings = await person.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/provisional/standings");
            Assert.Equal(HttpStatusCode.OK, standings.StatusCode);
            string submission = await person.Submits(Contest, "provisional", $"class A{rounds++} {{ }}");
            using HttpResponseMessage status = await person.Sends(HttpMethod.Get, $"/api/v1/submissions/{submission}");
            Assert.Equal(HttpStatusCode.OK, status.StatusCode);
            await Task.Delay(1000, CancellationToken.None);
        }
        while (!over.IsCancellationRequested && rounds < 90);
        return rounds;
    }

    private static ValueTask Send(NetworkStream stream, string text) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
}
