using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Cli.Conduct;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Tables;
using Evaluator.Standings.Verification;
using Spectre.Console;

namespace Evaluator.Cli.Commands.Board;

/// <summary><c>evaluator board verify</c>: an exported log checked offline, and the standings computed again from it.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Log = new("FILE") { Description = "The exported log, NDJSON; - reads standard input." };

    private static readonly Option<string[]> Receipts = new("--receipt")
    {
        Description = "A receipt, or a signed head seen earlier, that the log has to contain. More than once for several.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Key =
        new("--key") { Description = "The board's public key (PEM): receipts and heads have to be signed by it." };

    private static readonly Option<string?> Answers =
        new("--answers") { Description = "Folder of the opened answers: DIR/SET/NAME, or DIR/NAME." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print checks and standings as JSON, and nothing else." };

    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static Command Create()
    {
        var command = new Command("verify", """
            Check an exported log without the board: the chain of hashes, opened seals, receipts and answers; compute standings, ladders and
            rewards again.

            Examples:
              evaluator board verify boston.ndjson
              evaluator board verify boston.ndjson --receipt mine.json --key board.pem
              evaluator board verify boston.ndjson --answers answers/

            Exit codes: 0 everything that can be checked holds; 1 something does not; 2 the file can't be used.
            """)
        {
            Log, Receipts, Key, Answers, Json,
        };
        command.SetAction(Verify);
        return command;
    }

    private static int Verify(ParseResult command)
    {
        HeldWord[] held = [.. command.GetRequiredValue(Receipts).Select(HeldIn)];
        PublicKey? key = command.GetValue(Key) is { } file ? KeyIn(file) : null;
        Func<string, string, byte[]?>? answers = command.GetValue(Answers) is { } folder ? AnswersIn(folder) : null;
        using Stream log = Open(command.GetRequiredValue(Log));
        VerifiedLog verified = LogVerification.OfAsync(log, held, key, answers).GetAwaiter().GetResult();
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(Shown(verified), Readable));
        else
            Print(verified);
        return verified.Holds ? ExitCode.Good : ExitCode.PredictorFailed;
    }

    private static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        return File.Exists(file) ? File.OpenRead(file)
            : throw new UsageException($"there is no file {file}; `evaluator board` or the contest's page exports a log.");
    }

    private static HeldWord HeldIn(string file)
    {
        string text = File.Exists(file)
            ? File.ReadAllText(file) : throw new UsageException($"there is no file {file}; expected a receipt or a signed head.");
        try
        {
            return text.Contains("\"submission\":", StringComparison.Ordinal)
                ? HeldWord.Of(Receipt.Parse(text)) : HeldWord.Of(SignedHead.Parse(text));
        }
        catch (LogFormatException wrong)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }

    private static PublicKey KeyIn(string file)
    {
        try
        {
            return PublicKey.FromPem(File.Exists(file)
                ? File.ReadAllText(file) : throw new UsageException($"there is no file {file}; expected a public key (PEM)."));
        }
        catch (CryptographicException wrong)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }

    /// <summary>
    /// An answer is <c>DIR/SET/NAME</c>, or <c>DIR/NAME</c> where there is one set; nothing outside of the folder is read.
    /// </summary>
    private static Func<string, string, byte[]?> AnswersIn(string folder)
    {
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        if (!Directory.Exists(root))
            throw new UsageException($"there is no folder {folder}; expected the opened answers.");
        return (set, name) => ((string[])[Path.GetFullPath(Path.Combine(root, set, name)), Path.GetFullPath(Path.Combine(root, name))])
            .Where(path => path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path)).Select(File.ReadAllBytes).FirstOrDefault();
    }

    private static void Print(VerifiedLog verified)
    {
        AnsiConsole.MarkupLine($"Contest [bold]{Shown(verified.Last?.Contest ?? "none")}[/], entry {verified.Last?.Seq ?? 0}");
        foreach (Check check in verified.Checks)
        {
            (string word, string colour) = check.Verdict switch
            {
                CheckVerdict.Holds => ("holds", "green"),
                CheckVerdict.DoesNotHold => ("WRONG", "red"),
                _ => ("open", "yellow"),
            };
            AnsiConsole.Markup($"  [{colour}]{word,-6}[/]");
            Console.Out.WriteLine($"{check.Name,-10} {Harmless(check.What)}");
        }
        foreach (StandingsTable table in Tables(verified))
        {
            Table shown = new() { Title = new TableTitle($"{Shown(table.Phase.Title)}, {(table.IsFinal ? "final" : "provisional")}") };
            shown.AddColumns(["rank", "team", .. table.Columns.Select(column => Shown(column.Title)), "entries"]);
            foreach (StandingRow row in table.Rows(0, 20))
                shown.AddRow([$"{row.Rank}", Shown(row.Team), .. row.Values.Select((value, i) => $"{value} ({row.ColumnRanks[i]})"),
                    $"{row.Entries}"]);
            AnsiConsole.Write(shown);
            if (table.Count > 20)
                Console.Out.WriteLine($"… and {table.Count - 20} more; --json prints all");
        }
    }

    /// <summary>A log is somebody's file: what it says must not steer the terminal.</summary>
    private static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    /// <summary>What everybody may see: final standings where they are published, provisional ones else.</summary>
    private static IEnumerable<StandingsTable> Tables(VerifiedLog verified) =>
        verified.Contest.Phases.Select(
            phase => verified.Contest.Final(phase, Audience.Public) ?? verified.Contest.Provisional(phase, Audience.Public));

    private static string Shown(string text) => Markup.Escape(Harmless(text));

    private static object Shown(VerifiedLog verified) => new
    {
        contest = verified.Last?.Contest,
        seq = verified.Last?.Seq,
        head = verified.Last?.Hash.ToString(),
        holds = verified.Holds,
        checks = verified.Checks,
        phases = Tables(verified).Select(table => new
        {
            phase = table.Phase.Name,
            final = table.IsFinal,
            columns = table.Columns.Select(column => column.Name),
            rows = table.All()
                .Select(row => new { row.Rank, row.Team, row.Submission, row.Values, row.ColumnRanks, row.Gain, row.Entries, row.Last }),
        }),
        points = Standings.Rewards.RewardFold.PointsByTeam(verified.Contest),
    };
}
