using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Verification;

namespace Evaluator.Cli.Commands.Board;

/// <summary><c>evaluator board receipt</c>: a receipt checked offline, alone or against an exported log.</summary>
internal static class ReceiptCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "The receipt, as the submission's page and `evaluator submit` give it.",
    };

    private static readonly Option<string?> Log = new("--log")
    {
        Description = "The contest's exported log, NDJSON: it has to have the entry that the receipt names. - reads standard input.",
    };

    private static readonly Option<string?> Key = new("--board-key", "--key")
    {
        Description = "The board's public key (PEM). [default: the one that `evaluator submit` has seen of this board]",
    };

    private static readonly Option<string?> HandedIn = new("--file") { Description = "What was handed in: its SHA-256 has to fit." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what was checked as JSON, and nothing else." };

    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static Command Create()
    {
        var command = new Command("receipt", """
            Check a board's receipt for a submission, without the board: that the board signed it, that it is for this file, and that a log
            has its entry, unchanged.

            Examples:
              evaluator board receipt s4k2m7q.receipt.json --board-key board.pem
              evaluator board receipt s4k2m7q.receipt.json --log boston.ndjson --file My.cs

            Exit codes: 0 everything that can be checked holds; 1 something does not; 2 the files can't be used, or there is nothing to
            check it against.
            """)
        {
            File, Log, Key, HandedIn, Json,
        };
        command.SetAction(Verify);
        return command;
    }

    private static int Verify(ParseResult command)
    {
        string file = command.GetRequiredValue(File);
        Receipt receipt = HeldFiles.Receipt(file);
        PublicKey? key = command.GetValue(Key) is { } given ? HeldFiles.Key(given) : SeenLog.KeyOf(receipt.Key);
        if (key is null && command.GetValue(Log) is null)
            throw new UsageException(
                $"{file} can be held against nothing: name {Key.Name} (/api/v1/key of the board has it) or {Log.Name}.");
        List<Check> checks = [Signature(receipt, key)];
        if (command.GetValue(HandedIn) is { } handedIn)
            checks.Add(Content(receipt, handedIn));
        if (command.GetValue(Log) is { } log)
            checks.AddRange(InLog(receipt, key, log));
        bool holds = checks.TrueForAll(check => check.Verdict != CheckVerdict.DoesNotHold);
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { receipt.Contest, receipt.Submission, receipt.At, receipt.Seq, entry = $"{receipt.Entry}", holds, checks },
                Readable));
        else
            Print(receipt, checks);
        return holds ? ExitCode.Good : ExitCode.PredictorFailed;
    }

    private static Check Signature(Receipt receipt, PublicKey? key) =>
        key is null ? new Check("signature", CheckVerdict.CantBeChecked, $"no key was given; it says that it is signed with {receipt.Key}")
        : receipt.Difference(key, null) is { } wrong ? new Check("signature", CheckVerdict.DoesNotHold, wrong)
        : new Check("signature", CheckVerdict.Holds, $"the board with the key {key.Id} gave it");

    private static Check Content(Receipt receipt, string file)
    {
        if (!System.IO.File.Exists(file))
            throw new UsageException($"there is no file {file}; expected what was handed in.");
        using FileStream content = System.IO.File.OpenRead(file);
        var found = new Digest(SHA256.HashData(content));
        return found == receipt.Content
            ? new Check("file", CheckVerdict.Holds, $"{file} is what was handed in")
            : new Check("file", CheckVerdict.DoesNotHold, $"it is for a file with the SHA-256 {receipt.Content}; {file} has {found}");
    }

    private static IEnumerable<Check> InLog(Receipt receipt, PublicKey? key, string file)
    {
        using Stream log = HeldFiles.Log(file);
        VerifiedLog verified = LogVerification.OfAsync(log, [HeldWord.Of(receipt)], key).GetAwaiter().GetResult();
        return verified.Checks.Where(check => check.Name is "lines" or "chain" or "head");
    }

    private static void Print(Receipt receipt, List<Check> checks)
    {
        string place = receipt.Seq is { } seq ? $"entry {seq}" : "an entry under a freeze";
        Console.Out.WriteLine(CheckLine.Harmless(
            $"Submission {receipt.Submission} in {receipt.Contest}, {place}, {receipt.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"));
        checks.ForEach(CheckLine.Print);
    }
}
