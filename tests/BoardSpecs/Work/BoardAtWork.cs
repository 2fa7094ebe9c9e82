using System.Data.Common;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.BoardSpecs.Board;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// A board with a contest of predictors, its real processes: the web process, and as many workers as a spec starts. What people do by hand
/// before they hand in
/// (join, accept rules, make a team, make a token) is done in the board's folder directly; other specs show that pages do it.
/// </summary>
internal sealed class BoardAtWork : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string root = Directory.CreateTempSubdirectory("work-spec-").FullName;
    private readonly List<WorkerProcess> workers = [];
    private Action<JsonObject>? settings;
    private RunningBoard? web;
    private string? broker;

    public string Folder => Path.Combine(root, "board");

    public RunningBoard Web => web!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Makes a board with the contest on it, and serves it; no worker yet.</summary>
    public static Task<BoardAtWork> Start(string data, Action<JsonObject>? change = null, params string[] sets) =>
        Start(data, null, change, sets);

    /// <param name="settings">What an operator changes in board.json.</param>
    /// <param name="change">What an organiser changes in challenge.json.</param>
    public static Task<BoardAtWork> StartWith(
        Action<JsonObject> settings, string data, Action<JsonObject>? change = null, params string[] sets) =>
        Start(new BoardAtWork { settings = settings }, data, change, sets);

    /// <param name="broker">A RabbitMQ server; null for the board's own queue.</param>
    public static Task<BoardAtWork> Start(string data, RabbitBroker? broker, Action<JsonObject>? change, params string[] sets) =>
        StartWith(_ => { }, data, broker, change, sets);

    /// <param name="settings">What an operator changes in board.json.</param>
    /// <param name="broker">A RabbitMQ server; null for the board's own queue.</param>
    public static Task<BoardAtWork> StartWith(
        Action<JsonObject> settings, string data, RabbitBroker? broker, Action<JsonObject>? change, params string[] sets) =>
        Start(new BoardAtWork { settings = settings, broker = broker?.Address }, data, change, sets);

    private static async Task<BoardAtWork> Start(BoardAtWork board, string data, Action<JsonObject>? change, string[] sets)
    {
        using PredictorContest contest = new(change, sets);
        await EvaluatorProgram.Succeed(["board", "new", board.Folder, .. await StoreUnderTest.NewDatabaseOption()]);
        board.Settle();
        await EvaluatorProgram.Succeed("board", "add", board.Folder, contest.Folder, "--data", data);
        board.web = await RunningBoard.Over(board.Folder);
        board.Client = new HttpClient { BaseAddress = board.web.Address, Timeout = Patience };
        return board;
    }

    /// <summary>Makes a board out of a backup, and serves it; no worker yet.</summary>
    public static async Task<BoardAtWork> Restored(string backup)
    {
        BoardAtWork board = new();
        await EvaluatorProgram.Succeed(["board", "restore", backup, board.Folder, .. await StoreUnderTest.NewDatabaseOption()]);
        JsonObject settings = board.Settings();
        settings.Remove("amqp");    // the board that was backed up is still announced there
        board.Keep(settings);
        board.web = await RunningBoard.Over(board.Folder);
        board.Client = new HttpClient { BaseAddress = board.web.Address, Timeout = Patience };
        return board;
    }

    /// <summary>The log as an organiser exports it: with all seals open.</summary>
    public async Task<string> Export()
    {
        string token;
        using (Database database = Database.Open(BoardFolder.Open(Folder)))
        {
            Account account = database.Write(transaction =>
                new Accounts(database, TimeProvider.System).Make(transaction, "exporter", "a password of some length", Roles.Organiser)!);
            token = new Tokens(database, TimeProvider.System).Make(account.Id, "spec", Scopes.Organise, TimeSpan.FromDays(1));
        }
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/c/{PredictorContest.Name}/log");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Walls are proven elsewhere; where a machine has none, the queue works all the same.</summary>
    private void Settle()
    {
        JsonObject read = Settings();
        read["requiredSandboxLevel"] = 0;
        if (broker is not null)
            read["amqp"] = broker;
        settings?.Invoke(read);
        Keep(read);
    }

    private string SettingsFile => Path.Combine(Folder, "board.json");

    private JsonObject Settings() => JsonNode.Parse(File.ReadAllText(SettingsFile))!.AsObject();

    private void Keep(JsonObject changed) => File.WriteAllText(SettingsFile, changed.ToJsonString());

    /// <summary>A person with a team of the same name.</summary>
    /// <returns>A token for handing in.</returns>
    public string MakeCompetitor(string name)
    {
        string token = MakePerson(name);
        Post(token, "team", new JsonObject { ["name"] = name });
        return token;
    }

    /// <summary>A person in somebody's team.</summary>
    /// <param name="captain">The captain's token.</param>
    /// <returns>A token for handing in.</returns>
    public string MakeMember(string name, string captain)
    {
        string token = MakePerson(name), invitation = Post(captain, "team/invitation", []);
        string page = JsonNode.Parse(invitation)!["page"]!.GetValue<string>();
        Post(token, "team/join/" + page[(page.LastIndexOf('/') + 1)..], []);
        return token;
    }

    private string MakePerson(string name)
    {
        string token;
        using (Database database = Database.Open(BoardFolder.Open(Folder)))
        {
            Account account = database.Write(transaction =>
                new Accounts(database, TimeProvider.System).Make(transaction, name, "a password of some length", Roles.Competitor)!);
            token = new Tokens(database, TimeProvider.System).Make(account.Id, "spec", Scopes.Submit, TimeSpan.FromDays(1));
        }
        // Over the web process, as people do: what this process wrote into the log, that one would see within a second, and hand-ins come
        // sooner.
        Post(token, "rules", new JsonObject { ["version"] = 1 });
        return token;
    }

    private string Post(string token, string what, JsonObject body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/c/{PredictorContest.Name}/{what}")
        {
            Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = Client.Send(request);
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {answer.StatusCode}");
        using StreamReader reader = new(answer.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    /// <returns>A worker's token.</returns>
    public string MakeWorkerToken(string name)
    {
        using Database database = Database.Open(BoardFolder.Open(Folder));
        return WorkerTokens.Make(new Tokens(database, TimeProvider.System), name);
    }

    public WorkerProcess StartWorker(string? token = null, int places = 2, CutNetwork? network = null)
    {
        string file = Path.Combine(root, $"token-{workers.Count}");
        File.WriteAllText(file, token ?? MakeWorkerToken($"worker-{workers.Count}"));
        WorkerProcess worker = new(Web.Address, file, Path.Combine(root, $"place-{workers.Count}"), places, broker, network);
        workers.Add(worker);
        return worker;
    }

    /// <summary>Hands in as a careful program does: with a key, and again where no answer came.</summary>
    /// <returns>The submission's id, once it is acknowledged.</returns>
    public async Task<string> HandInWhateverHappens(string token, string phase, string file, string name)
    {
        string key = Guid.NewGuid().ToString("N");
        DateTime giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return await HandIn(token, phase, file, name, key);
            }
            catch (HttpRequestException) when (DateTime.UtcNow < giveUp)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <returns>The submission's id.</returns>
    public async Task<string> HandIn(string token, string phase, string file, string? name = null, string? key = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post,
            $"/api/v1/c/{PredictorContest.Name}/{phase}/submissions?name={Uri.EscapeDataString(name ?? Path.GetFileName(file))}")
        {
            Content = new ByteArrayContent(await File.ReadAllBytesAsync(file)),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!["submission"]!.GetValue<string>() : throw new InvalidOperationException(text);
    }

    /// <summary>Waits until the evaluation of a submission has ended.</summary>
    public async Task<EvaluationRecorded> Recorded(string submission, TimeSpan? patience = null)
    {
        DateTime giveUp = DateTime.UtcNow + (patience ?? Patience);
        while (true)
        {
            if (Entries().Select(entry => entry.Body).OfType<EvaluationRecorded>()
                .FirstOrDefault(body => body.Submission == submission) is { } recorded)
                return recorded;
            if (DateTime.UtcNow > giveUp)
                throw new TimeoutException($"{submission} has no "
                    + $"result.\nboard:\n{string.Join('\n', Web.Output)}"
                    + $"\nworkers:\n{string.Join('\n', workers.SelectMany(worker => worker.Output))}");
            await Task.Delay(100);
        }
    }

    public IReadOnlyList<Entry> Entries() =>
        [.. Query<string>("SELECT line FROM entry WHERE contest = @Name ORDER BY seq", new { PredictorContest.Name })
            .Select(line => EntryText.Read(Encoding.UTF8.GetBytes(line)))];

    public ResultValues ValuesOf(EvaluationRecorded recorded) =>
        ResultValues.Parse(Query<string>("SELECT text FROM seal WHERE seal = @seal", new { seal = recorded.Values!.Value.ToString() })
            .Single());

    /// <summary>The file <c>summary.json</c> of an evaluation, as its worker posted it.</summary>
    public async Task<string> SummaryOf(EvaluationRecorded recorded)
    {
        string sha256 = Query<string>("SELECT sha256 FROM run_file WHERE name = 'summary.json' AND evaluation = @evaluation", new
        {
            evaluation = NewEvaluation.IdOf(recorded.Submission, recorded.Set, null, recorded.Generation),
        }).Single();
        return await File.ReadAllTextAsync(Path.Combine(Folder, "blobs", sha256[..2], sha256));
    }

    public IReadOnlyList<T> Query<T>(string sql, object? values = null)
    {
        using Database database = Database.Open(BoardFolder.Open(Folder));
        using DbConnection connection = database.Read();
        return connection.Query<T>(sql, values).AsList();
    }

    public void Change(string sql, object? values = null)
    {
        using Database database = Database.Open(BoardFolder.Open(Folder));
        database.Write(transaction => transaction.Connection!.Execute(sql, values, transaction));
    }

    /// <summary>An organiser has mended what was wrong.</summary>
    public void TryAgain(string evaluation)
    {
        using Database database = Database.Open(BoardFolder.Open(Folder));
        database.Write(transaction => new Evaluations(TimeProvider.System, null!).TryAgain(transaction, evaluation));
    }

    /// <summary>Waits until something holds.</summary>
    public async Task Until(Func<bool> holds, string what)
    {
        DateTime giveUp = DateTime.UtcNow + Patience;
        while (!holds())
        {
            if (DateTime.UtcNow > giveUp)
                throw new TimeoutException(
                    $"{what} did not come.\nboard:\n{string.Join('\n', Web.Output)}"
                    + $"\nworkers:\n{string.Join('\n', workers.SelectMany(worker => worker.Output))}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerProcess worker in workers)
            worker.Dispose();
        Client?.Dispose();
        if (web is not null)
            await web.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }
}
