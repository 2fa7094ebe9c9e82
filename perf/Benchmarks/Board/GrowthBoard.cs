using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Evaluator.Specs;
using Microsoft.Data.Sqlite;

namespace Evaluator.Benchmarks.Board;

/// <summary>A board with a contest of predictors, its web process and as many workers as are asked for: the programs as they were
/// built.</summary>
internal sealed class GrowthBoard : IDisposable
{
    private const string Contest = "growth", Phase = "all";

    private readonly string root = Directory.CreateTempSubdirectory("growth-").FullName;
    private readonly List<Process> workers = [];
    private readonly string? broker;
    private Process? web;

    /// <param name="data">A data package.</param>
    /// <param name="broker">A RabbitMQ server; null for the board's own queue.</param>
    /// <param name="database">A PostgreSQL database; null for SQLite.</param>
    public GrowthBoard(string data, string? broker = null, string? database = null)
    {
        this.broker = broker;
        Run(["board", "new", Folder, .. database is null ? (string[])[] : ["--database", database]]);
        string settings = Path.Combine(Folder, "board.json");
        JsonObject changed = JsonNode.Parse(File.ReadAllText(settings))!.AsObject();
        (changed["requestsPerSecond"], changed["requiredSandboxLevel"]) = (1_000_000, 0);
        if (broker is not null)
            changed["amqp"] = broker;
        File.WriteAllText(settings, changed.ToJsonString());
        WriteChallenge();
        Run("board", "add", Folder, Path.Combine(root, Contest), "--data", data);
    }

    /// <summary>The command line as it was built.</summary>
    public static string Program { get; } = Path.Combine(Repository.Root, "artifacts", "bin", "Cli", "release", "evaluator");

    public string Folder => Path.Combine(root, "board");

    public Uri Address { get; private set; } = null!;

    /// <summary>Runs a command of the program.</summary>
    /// <returns>What it wrote.</returns>
    public static string Run(params string[] arguments)
    {
        using Process command = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{Program} did not start");
        string output = command.StandardOutput.ReadToEnd();
        command.WaitForExit();
        return command.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {command.ExitCode}: {output}");
    }

    public void Serve()
    {
        const string Listening = "board: listening on ";
        web = Process.Start(new ProcessStartInfo(BoardOnDisk.Program, ["serve", Folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        })!;
        while (web.StandardOutput.ReadLine() is { } line && line != "board: ready")
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                Address = new Uri(line[Listening.Length..]);
    }

    /// <summary>Teams that hand in one file each.</summary>
    public async Task HandIn(int teams, string file)
    {
        using HttpClient client = new() { BaseAddress = Address };
        for (int team = 0; team < teams; team++)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(team));
            await Post(client, "rules", new StringContent("""{"version":1}""", Encoding.UTF8, "application/json"));
            await Post(client, "team", new StringContent($$"""{"name":"Team {{team}}"}""", Encoding.UTF8, "application/json"));
            ByteArrayContent content = new(await File.ReadAllBytesAsync(file));
            await Post(client, $"{Phase}/submissions?name={Path.GetFileName(file)}", content);
        }
    }

    public void StartWorker()
    {
        string token = Path.Combine(root, $"token-{workers.Count}");
        File.WriteAllText(token, WorkerToken($"worker-{workers.Count}"));
        workers.Add(Process.Start(new ProcessStartInfo(Program,
        [
            "board", "work", "--board", Address.ToString(), "--token-file", token, "--folder",
            Path.Combine(root, $"place-{workers.Count}"), "--workers", "1", .. broker is null ? (string[])[] : ["--amqp", broker],
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!);
        workers[^1].BeginOutputReadLine();
        workers[^1].BeginErrorReadLine();
    }

    public string WorkerToken(string name) => Run("board", "worker", Folder, name).Trim();

    /// <summary>Waits until so many evaluations have ended; what became of the jobs.</summary>
    public async Task<IReadOnlyList<DoneJob>> Ended(int evaluations)
    {
        while (Query("SELECT COUNT(*) FROM evaluation WHERE state <> 'open'", row => row.GetInt64(0))[0] < evaluations)
            await Task.Delay(100);
        return Query("SELECT kind, worker, leased, done FROM job WHERE state = 'done' ORDER BY leased",
            row => new DoneJob(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)));
    }

    /// <summary>The files of all runs, as workers posted them.</summary>
    public long BytesPosted() => Query("SELECT SUM(size) FROM run_file", row => row.GetInt64(0))[0];

    public void Dispose()
    {
        foreach (Process process in workers.Append(web).OfType<Process>())
            using (process)
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        Directory.Delete(root, recursive: true);
    }

    /// <summary>An account with a token, put into the database directly.</summary>
    private string TokenOf(int team)
    {
        string token = string.Create(CultureInfo.InvariantCulture, $"evb_of-team-{team}");
        using SqliteConnection connection = new($"Data Source={Path.Combine(Folder, "board.db")}");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO account (id, handle, handle_key, password_hash, role, stamp, created) VALUES (@a, @a, @a, '', 'competitor', '', 0);
            INSERT INTO token (id, account, name, secret_sha256, scope, created, expires) VALUES (@a, @a, @a, @b, 'submit', 0, @c);
            """;
        command.Parameters.AddWithValue("@a", $"racer{team}");
        command.Parameters.AddWithValue("@b", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
        command.Parameters.AddWithValue("@c", long.MaxValue);
        command.ExecuteNonQuery();
        return token;
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(Folder, "board.db")}");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static async Task Post(HttpClient client, string what, HttpContent content)
    {
        using HttpResponseMessage answer = await client.PostAsync($"/api/v1/c/{Contest}/{what}", content);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{what}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private void WriteChallenge()
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, Contest)).FullName;
        File.WriteAllText(Path.Combine(folder, "story.md"), "Predict.\n");
        File.WriteAllText(Path.Combine(folder, "rules.md"), "Be fair.\n");
        File.WriteAllText(Path.Combine(folder, "challenge.json"), $$"""
            {
              "name": "{{Contest}}", "title": "Growth", "summary": "Predict.", "kind": "predictor",
              "rules": { "version": 1, "file": "rules.md" }, "predictor": { "languages": [ "dll" ] },
              "columns": [ { "name": "score", "better": "more", "decimals": 6 } ],
              "phases": [ { "name": "{{Phase}}", "title": "All", "opens": "2020-01-01T00:00:00Z", "set": "all", "rank": [ "score" ] } ]
            }
            """);
    }
}
