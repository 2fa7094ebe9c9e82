using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Specs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Microsoft.Data.Sqlite;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// A board's folder with one contest of many teams that handed in again and again. The board's own program makes the folder and puts the
/// contest on it; the long log is written beside it into the same tables, as <c>harness/Board/Store/Migrations</c> has them.
/// </summary>
internal sealed class BoardOnDisk : IDisposable
{
    public const string Contest = "big", Phase = "live", Token = "evb_of-a-benchmark";

    private const int Containers = 40;

    private readonly string root = Directory.CreateTempSubdirectory("board-perf-").FullName;
    private readonly Random random = new(2011);
    private Entry last = null!;

    public static string Program { get; } =
        Path.Combine(Repository.Root, "artifacts", "bin", "Board", "release", "Evaluator.Board");

    public string Folder => Path.Combine(root, "board");

    public static BoardOnDisk Of(int teams, int entries)
    {
        BoardOnDisk board = new();
        board.WriteChallenge();
        Run("new", board.Folder);
        Run("add", board.Folder, Path.Combine(board.root, Contest));
        board.Fill(teams, entries);
        return board;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>A table that finds some kilos: eight of the forty containers.</summary>
    public static string Table(int number) =>
        "id\n" + string.Concat(Enumerable.Range(0, 8).Select(pick => $"c{(pick * 5 + number) % Containers}\n"));

    private void Fill(int teams, int entries)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(Folder, "board.db")}");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        last = EntryText.Read(Encoding.UTF8.GetBytes(Last(connection)));
        using SqliteCommand entry = Command(connection, "INSERT INTO entry (contest, seq, line) VALUES (@a, @b, @c)", 3);
        using SqliteCommand seal = Command(connection, "INSERT INTO seal (seal, salt, text, contest) VALUES (@a, @b, @c, @d)", 4);
        using SqliteCommand team = Command(connection,
            "INSERT INTO team (id, contest, name, name_key, created) VALUES (@a, @b, @c, @c, 0)", 3);
        for (int number = 0; number < teams; number++)
        {
            Execute(team, $"t{number}", Contest, $"Team {number}");
            Append(entry, new TeamMade($"t{number}", Digest.Of("t")));
        }
        for (int number = 0; last.Seq + 2 <= entries; number++)
            AddSubmission(entry, seal, number, teams);
        using SqliteCommand account = Command(connection, """
            INSERT INTO account (id, handle, handle_key, password_hash, role, stamp, created) VALUES (@a, @a, @a, '', 'competitor', '', 0);
            INSERT INTO token (id, account, name, secret_sha256, scope, created, expires) VALUES (@b, @a, @b, @c, 'submit', 0, @d);
            """, 4);
        Execute(account, "racer", "racers", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))), long.MaxValue);
        transaction.Commit();
    }

    private void AddSubmission(SqliteCommand entry, SqliteCommand seal, int number, int teams)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"s{number}");
        Append(entry, new SubmissionAccepted
        {
            Submission = id,
            Team = $"t{random.Next(teams)}",
            Phase = Phase,
            Content = Digest.Of(id),
            Bytes = 1000,
            Format = "csv",
        });
        SealedText values = new(Digest.Of(id).ToArray(),
            new ResultValues(new Dictionary<string, decimal> { ["kilos"] = random.Next(1_000_000) }, null).ToText());
        Execute(seal, values.Seal.ToString(), Convert.ToHexStringLower(values.Salt), values.Text, Contest);
        Append(entry, new EvaluationRecorded
        {
            Submission = id,
            Set = "all",
            Generation = 0,
            Outcome = Outcome.Scored,
            Values = values.Seal,
        });
    }

    private void Append(SqliteCommand command, EntryBody body)
    {
        last = Chain.Next(last, last.At.AddMilliseconds(1), Contest, "board", body);
        Execute(command, Contest, last.Seq, Encoding.UTF8.GetString(EntryText.Write(last)));
    }

    private static string Last(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT line FROM entry ORDER BY seq DESC LIMIT 1";
        return (string)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter($"@{(char)('a' + i)}", null));
        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static void Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Program, arguments) { RedirectStandardOutput = true };
        using Process command = Process.Start(start)!;
        string output = command.StandardOutput.ReadToEnd();
        command.WaitForExit();
        if (command.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {command.ExitCode}: {output}");
    }

    private void WriteChallenge()
    {
        Write("challenge.json", $$"""
            {
              "name": "{{Contest}}", "title": "Big", "summary": "Pick eight of forty.", "kind": "table",
              "rules": { "version": 1, "file": "rules.md" },
              "columns": [ { "name": "kilos", "title": "Kilos found", "unit": "kg", "better": "more", "decimals": 0,
                "metric": { "name": "sum", "of": "kilos" }, "shown": { "title": "Street worth", "factor": 50000, "prefix": "€" } } ],
              "table": { "shape": "picks", "key": "id", "picks": 8, "test": "test.csv", "answers": "answers.csv" },
              "phases": [ { "name": "{{Phase}}", "title": "Live", "opens": "2020-01-01T00:00:00Z", "set": "all", "rank": [ "kilos" ] } ]
            }
            """);
        Write("story.md", "Find it.\n");
        Write("rules.md", "Be fair.\n");
        // More than the log's own results: each hand-in of the benchmark goes to the top, and moves a row.
        Write("secret/answers.csv", "id,kilos\n" + Lines(row => $"c{row},{1_000_000 + row * row}"));
        Write("files/test.csv", "id\n" + Lines(row => $"c{row}"));
    }

    private static string Lines(Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, Containers).Select(row => line(row) + "\n"));

    private void Write(string file, string text)
    {
        string path = Path.Combine(root, Contest, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
