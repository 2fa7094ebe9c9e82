using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Too much of something: of one sender's requests, or of one request's bytes. In the soak the flood lasts a minute, and 50
/// teams work beside it.
/// </summary>
public class FloodSpecs
{
    private const string Contest = SampleChallenge.Name;
    private const int RequestsPerSecond = 20;   // what a board.json that says nothing allows
    private const int BurstSeconds = 3;

    [Fact(Timeout = 1_800_000)]
    public async Task One_token_that_asks_200_times_a_second_waits_while_teams_behind_the_same_address_go_on()
    {
        (int teams, int requests) = Soak.IsOn ? (50, 60 * 200) : (5, 3 * 200);
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

        using CancellationTokenSource over = new();
        Task<string[]>[] working = [.. others.Select(other => GoesOn(other, over.Token))];
        (Dictionary<HttpStatusCode, int> answers, double seconds) = await Flood(organiser, requests);
        await over.CancelAsync();
        string[][] handedIn = await Task.WhenAll(working);   // each of their requests was answered rightly, or this throws

        Assert.Empty(answers.Keys.Except([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]));
        int asked = answers.Values.Sum(), served = answers[HttpStatusCode.OK];
        Assert.True(served <= Allowed(seconds), $"{served} of {asked} were served in {seconds:F1} s");
        foreach ((Person other, string[] submissions) in others.Zip(handedIn))
        {
            Assert.NotEmpty(submissions);
            using HttpResponseMessage own = await other.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/submissions");
            JsonElement there = JsonDocument.Parse(await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal(submissions.Order(), there.EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Order());
            other.Dispose();
        }
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

    /// <summary>The most that one token is given in so many seconds: what it had saved up, and one second that is being counted.</summary>
    private static double Allowed(double seconds) => RequestsPerSecond * (seconds + BurstSeconds + 1);

    /// <summary>
    /// 200 a second, none waiting for the one before it. It goes on until it has asked for twice of what is allowed: a loaded machine
    /// takes longer, and proves the same.
    /// </summary>
    private static async Task<(Dictionary<HttpStatusCode, int> Answers, double Seconds)> Flood(Person person, int requests)
    {
        Stopwatch clock = Stopwatch.StartNew();
        List<Task<HttpStatusCode>> answers = [];
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(5));
        while (answers.Count < requests || answers.Count < 2 * Allowed(clock.Elapsed.TotalSeconds))
        {
            answers.Add(Status(person));
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        Dictionary<HttpStatusCode, int> counted = (await Task.WhenAll(answers)).CountBy(status => status).ToDictionary();
        return (counted, clock.Elapsed.TotalSeconds);
    }

    private static async Task<HttpStatusCode> Status(Person person)
    {
        using HttpResponseMessage answer = await person.Sends(HttpMethod.Get, "/api/v1/me");
        Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        return answer.StatusCode;
    }

    /// <summary>
    /// What a team does in a contest, over and over: looks at the standings, as a program and on the page, hands in, asks what came of it
    /// and finds it on its own page. Every answer is the right one; none is to wait.
    /// </summary>
    /// <returns>What it handed in.</returns>
    private static async Task<string[]> GoesOn(Person person, CancellationToken over)
    {
        List<string> submissions = [];
        do
        {
            using HttpResponseMessage standings = await person.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/provisional/standings");
            Assert.Equal(HttpStatusCode.OK, standings.StatusCode);
            string submission = await person.Submits(Contest, "provisional", $"class A{submissions.Count} {{ }}");
            submissions.Add(submission);
            using HttpResponseMessage status = await person.Sends(HttpMethod.Get, $"/api/v1/submissions/{submission}");
            Assert.Equal(HttpStatusCode.OK, status.StatusCode);
            Assert.Contains(submission, await status.Content.ReadAsStringAsync(CancellationToken.None));
            string page = await person.Client.GetStringAsync($"/c/{Contest}/submissions", CancellationToken.None);
            ForEvery.In(submissions, one => Assert.Contains(one, page));
            using HttpResponseMessage table = await person.Client.GetAsync($"/c/{Contest}/provisional/standings", CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, table.StatusCode);
            await Task.Delay(1000, CancellationToken.None);
        }
        while (!over.IsCancellationRequested && submissions.Count < 90);
        return [.. submissions];
    }

    private static ValueTask Send(NetworkStream stream, string text) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
}
