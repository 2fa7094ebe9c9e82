using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Cli.Conduct;
using Evaluator.Standings.Disclosure;
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
        new("--key", "--board-key") { Description = "The board's public key (PEM): receipts and heads have to be signed by it." };

    private static readonly Option<string?> Answers =
        new("--answers") { Description = "Folder of the opened answers: DIR/SET/NAME, or DIR/NAME; or the data package." };

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
              evaluator board verify boston.ndjson --answers boston                 the data package of a predictor contest
              evaluator board verify harbour.ndjson --answers answers/              the folder with a table contest's answers.csv

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
        HeldWord[] held = [.. command.GetRequiredValue(Receipts).Select(HeldFiles.Word)];
        PublicKey? key = command.GetValue(Key) is { } file ? HeldFiles.Key(file) : null;
        Func<string, string, HeldAnswer?>? answers = command.GetValue(Answers) is { } folder ? OpenedAnswers.In(folder) : null;
        using Stream log = HeldFiles.Log(command.GetRequiredValue(Log));
        VerifiedLog verified = LogVerification.OfAsync(log, held, key, answers).GetAwaiter().GetResult();
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(Shown(verified), Readable));
        else
            Print(verified);
        return verified.Holds ? ExitCode.Good : ExitCode.PredictorFailed;
    }

    private static void Print(VerifiedLog verified)
    {
        AnsiConsole.MarkupLine($"Contest [bold]{Shown(verified.Last?.Contest ?? "none")}[/], entry {verified.Last?.Seq ?? 0}");
        foreach (Check check in verified.Checks)
            CheckLine.Print(check);
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

    /// <summary>What everybody may see: final standings where they are published, provisional ones else.</summary>
    private static IEnumerable<StandingsTable> Tables(VerifiedLog verified) =>
        verified.Contest.Phases.Select(
            phase => verified.Contest.Final(phase, Audience.Public) ?? verified.Contest.Provisional(phase, Audience.Public));

    private static string Shown(string text) => Markup.Escape(CheckLine.Harmless(text));

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
