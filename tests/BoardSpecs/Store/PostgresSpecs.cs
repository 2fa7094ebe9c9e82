using System.Net;
using System.Text.Json;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.BoardSpecs.Board;
using Evaluator.Specs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluator.BoardSpecs.Store;

/// <summary>
/// What a board promises, on PostgreSQL: what was acknowledged is there once, whatever dies; quotas hold whoever asks at the same time;
/// there is one writer. The whole suite runs on it with EVALUATOR_STORE=postgres.
/// </summary>
public class PostgresSpecs
{
    private const string Contest = SampleChallenge.Name;

    private const string NoServer = "No PostgreSQL here; .ci/run installs it.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    public async Task What_was_acknowledged_outlives_kill_9_of_the_web_process_and_of_the_database()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, NoServer);
        await using PostgresServer server = await PostgresServer.Begin();
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.On(server.NewAddress(), challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        Dictionary<string, string> acknowledged = [];
        await HandsIn(ada, acknowledged, 3);

        await board.Kill();
        await board.Start();
        await HandsIn(ada, acknowledged, 3);
        Task uploads = HandsIn(ada, acknowledged, 10);    // whatever happens meanwhile: a client repeats itself
        await server.Kill();
        using (HttpResponseMessage away = await ada.Client.GetAsync("/health/ready", Stop))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        await server.Start();
        await uploads;    // by the web process that was there before: nobody started it again
        await HandsIn(ada, acknowledged, 1);

        IReadOnlyList<Entry> log = Chained(board.Folder);
        Assert.Equal(17, acknowledged.Count);
        Assert.Equal(acknowledged.Values.Order(StringComparer.Ordinal),
            log.Select(entry => entry.Body).OfType<SubmissionAccepted>().Select(accepted => accepted.Submission)
                .Order(StringComparer.Ordinal));
        string page = await ada.Client.GetStringAsync($"/c/{Contest}/submissions", Stop);    // still signed in
        ForEvery.In(acknowledged.Values, submission => Assert.Contains($"/s/{submission}\"", page));
    }

    [Fact(Timeout = 300_000)]
    public async Task Twenty_uploads_at_once_stay_within_the_quota_and_one_key_is_one_submission()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, NoServer);
        using SampleChallenge challenge = new(definition =>
            definition["phases"]![1]!["quotas"]!["attempted"]!["aDay"] = 7);
        await using RunningBoard board = await RunningBoard.On((await PostgresServer.Shared).NewAddress(), challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();

        (string Key, HttpStatusCode Status, string? Id)[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => Sent(ada, $"key{number / 2}")));

        IEnumerable<string> accepted = answers.Select(answer => answer.Id).OfType<string>().Distinct();
        Assert.Equal(7, accepted.Count());
        ForEvery.In(answers.GroupBy(answer => answer.Key), twice => Assert.Single(twice.Select(answer => answer.Id).Distinct()));
        Assert.Equal(7, Chained(board.Folder).Count(entry => entry.Body is SubmissionAccepted));
        Assert.DoesNotContain(answers, answer => (int)answer.Status >= 500);
    }

    /// <summary>Two processes are two databases opened on one schema: each has a lock of its own, and only the server's is between
    /// them.</summary>
    [Fact(Timeout = 300_000)]
    public async Task Two_processes_that_append_at_once_make_one_chain()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, NoServer);
        string address = (await PostgresServer.Shared).NewAddress();
        using PostgresDatabase one = PostgresDatabase.Open(address), other = PostgresDatabase.Open(address);
        Journal[] journals = [.. new[] { one, other }.Select(database =>
            new Journal(database, new Seals(database), TimeProvider.System, NullLogger<Journal>.Instance))];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (int entry = 0; entry < 10; entry++)
                journals[writer % 2].Append("town", new Draft($"a{writer}", new RulesAccepted(entry)));
        })));

        journals[0].CatchUp();    // checks every link
        Assert.Equal(80, journals[0].Find("town")!.Last!.Seq);
        IEnumerable<Entry> entries = journals[1].Lines("town", 1).Select(line => EntryText.Read(System.Text.Encoding.UTF8.GetBytes(line)));
        Assert.Equal(80, entries.Select(entry => (entry.Actor, entry.Body)).Distinct().Count());
    }

    /// <summary>Hands in until each was acknowledged, as a program does that lost the answer: with the same key again.</summary>
    private static async Task HandsIn(Person person, Dictionary<string, string> acknowledged, int count)
    {
        for (int number = 0; number < count; number++)
        {
            string key = $"key{acknowledged.Count}";
            string? id = null;
            await Await.That(async () => (id = (await Sent(person, key)).Id) is not null,
                () => $"{key} was never accepted");
            acknowledged.Add(key, id!);
        }
    }

    private static async Task<(string Key, HttpStatusCode Status, string? Id)> Sent(Person person, string key)
    {
        try
        {
            using HttpResponseMessage answer = await person.HandsIn(Contest, "provisional", "Mine.cs",
                System.Text.Encoding.UTF8.GetBytes($"class {key} {{ }}"), key);
            string? id = answer.IsSuccessStatusCode
                ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("submission").GetString()
                : null;
            return (key, answer.StatusCode, id);
        }
        catch (HttpRequestException)
        {
            return (key, default, null);
        }
    }

    /// <summary>The log as it is stored; that its chain holds was checked.</summary>
    private static IReadOnlyList<Entry> Chained(string folder)
    {
        using Database database = Database.Open(BoardFolder.Open(folder));
        Journal journal = new(database, new Seals(database), TimeProvider.System, NullLogger<Journal>.Instance);
        journal.CatchUp();
        return [.. journal.Lines(Contest, 1).Select(line => EntryText.Read(System.Text.Encoding.UTF8.GetBytes(line)))];
    }
}
