using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator submit</c>: hands in to a board, and waits for what comes of it.</summary>
internal static class SubmitCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), FirstLook = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "What is handed in: a DLL, a jar, a source file, a zip, or a folder, which is zipped.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Git = new("--git")
    {
        Description = "Hand in a commit of this repository, which your team has registered, instead of a FILE; the board fetches it.",
    };

    private static readonly Option<string?> Commit = new("--commit")
    {
        Description = "The whole id of the commit, as `git rev-parse HEAD` says it.",
    };

    private static readonly Option<string> Address = new("--board")
    {
        Description = "Address of the board, as https://board.example.",
        Required = true,
    };

    private static readonly Option<string?> TokenFile = new("--token-file")
    {
        Description = $"File with your token; the board's page /me/tokens makes one. [default: ${TokenSource.Variable}]",
    };

    private static readonly Option<string?> Contest = new("--contest")
    {
        Description = "The contest, as in its address. [default: the board's only one]",
    };

    private static readonly Option<string?> Phase = new("--phase")
    {
        Description = "The phase, as in its address. [default: the only one that is open]",
    };

    private static readonly Option<string?> Remark = new("--remark") { Description = "A line about it, for yourself and the standings." };

    private static readonly Option<bool> Again = new("--again")
    {
        Description = "Hand the same file in once more, as another submission. Without it the same file in the same phase is the same one, "
            + "so that a script can be run again.",
    };

    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Hand in and go; --status tells later." };

    private static readonly Option<string?> Status = new("--status") { Description = "Hand nothing in: say how far this submission is." };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print what the board says as JSON, and nothing else, on standard output.",
    };

    public static Command Create()
    {
        var command = new Command("submit", $"""
            Hand in to a contest on a board, wait, and show what is released of the result. The board's receipt and how far its log has come
            are kept in ~/.local/state/evaluator; a log that does not go on from there is said loudly.

            Examples:
              evaluator submit MyPredictor.cs --board https://board.example --token-file my.token
              evaluator submit my-predictor --board https://board.example --contest boston-risk --phase contest --no-wait
              evaluator submit --git https://git.example/ada/predictor.git --commit "$(git rev-parse HEAD)" --board https://board.example
              evaluator submit --status s4k2m7q --board https://board.example

            Exit codes: 0 it has a score, all cases Accepted; 1 it failed in some case, or nothing of it could run; 2 wrong usage, or the
            board did not take it (nothing is charged); 3 not done: Ctrl-C, the board is gone, faults of the board's; or its log is not what
            it was.
            """)
        {
            File, Git, Commit, Address, TokenFile, Contest, Phase, Remark, Again, NoWait, Status, Json,
        };
        command.SetAction(Submit);
        return command;
    }

    private static int Submit(ParseResult command)
    {
        using var interrupt = new Interrupt();
        using var board = new BoardClient(
            command.GetRequiredValue(Address), TokenSource.Read(command.GetValue(TokenFile)), interrupt.Token);
        try
        {
            if (command.GetValue(Status) is { } asked)
                return Told(command, board, Look(board, asked), interrupt.Token);
            if ((command.GetValue(Git) is null ? HandInFile(command, board) : HandInCommit(command, board, interrupt.Token)) is not { } id)
                return ExitCode.Incomplete;
            SubmissionOnBoard now = command.GetValue(NoWait) ? Look(board, id) : Wait(board, id, interrupt.Token);
            return Told(command, board, now, interrupt.Token);
        }
        catch (BoardRefusalException refused)
        {
            throw new UsageException($"{board.Address}: {refused.Message}");
        }
    }

    private static string HandInFile(ParseResult command, BoardClient board)
    {
        string file = command.GetValue(File)
            ?? throw new UsageException($"a FILE is needed: what you hand in; or {Git.Name} and {Commit.Name}; or {Status.Name}.");
        (string contest, string sha256, TakenSubmission taken) = HandIn(command, board, file);
        Console.Error.WriteLine(
            $"{taken.Submission}: {taken.Bytes:N0} bytes, SHA-256 {taken.Sha256}; {new Uri(board.Address, taken.Page)}"
            + (taken.Again ? $"\nhanded in before, and not counted twice; {Again.Name} hands it in once more" : ""));
        if (taken.Receipt is { } receipt)
            new SeenLog(board, contest).Keep(receipt.GetRawText(), sha256);
        return taken.Submission;
    }

    private static string? HandInCommit(ParseResult command, BoardClient board, CancellationToken cancel)
    {
        if (command.GetValue(File) is { } file)
            throw new UsageException($"{file} and {Git.Name} are two things to hand in; name one.");
        string commit = command.GetValue(Commit)
            ?? throw new UsageException($"{Git.Name} needs {Commit.Name} and the commit's id, as `git rev-parse HEAD` says it.");
        string contest = command.GetValue(Contest) ?? OnlyContest(board), phase = command.GetValue(Phase) ?? OnlyPhase(board, contest);
        string? id = PushedCommit.HandIn(board, contest, phase, command.GetValue(Git)!, commit, !command.GetValue(NoWait), cancel);
        if (id is not null)
        {
            Console.Error.WriteLine($"{id}: {new Uri(board.Address, $"s/{id}")}");
            new SeenLog(board, contest).Keep(id);
        }
        return id;
    }

    /// <summary>The key stands for what is handed in where: a second try after a lost answer, or after a crash of ours, is no second
    /// submission.</summary>
    private static (string Contest, string Sha256, TakenSubmission Taken) HandIn(ParseResult command, BoardClient board, string file)
    {
        (string name, byte[] content) = Content(file);
        string contest = command.GetValue(Contest) ?? OnlyContest(board), phase = command.GetValue(Phase) ?? OnlyPhase(board, contest);
        string key = command.GetValue(Again) ? Guid.NewGuid().ToString("N") : KeyOf(contest, phase, name, content);
        string remark = command.GetValue(Remark) is { } said ? $"&remark={Uri.EscapeDataString(said)}" : "";
        return (contest, Convert.ToHexStringLower(SHA256.HashData(content)), board.Post(
            $"api/v1/c/{Uri.EscapeDataString(contest)}/{Uri.EscapeDataString(phase)}/submissions?name={Uri.EscapeDataString(name)}{remark}",
            () => new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
            headers => headers.Add("Idempotency-Key", key), BoardJson.Default.TakenSubmission, Patience)!);
    }

    private static string KeyOf(string contest, string phase, string name, byte[] content)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{contest}\n{phase}\n{name}\n"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static (string Name, byte[] Content) Content(string file)
    {
        if (System.IO.File.Exists(file))
            return (Path.GetFileName(file), System.IO.File.ReadAllBytes(file));
        if (!Directory.Exists(file))
            throw new UsageException($"there is no file or folder {Path.GetFullPath(file)}; name what you hand in.");
        using var zipped = new MemoryStream();
        ZipFile.CreateFromDirectory(file, zipped, CompressionLevel.Optimal, includeBaseDirectory: true);
        return (Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(file))) + ".zip", zipped.ToArray());
    }

    private static string OnlyContest(BoardClient board)
    {
        IReadOnlyList<ContestOnBoard> contests = board.Get("api/v1/contests", BoardJson.Default.IReadOnlyListContestOnBoard, Patience)!;
        return contests.Count == 1
            ? contests[0].Name
            : throw new UsageException(
                $"{board.Address} has {contests.Count} contests; name one with {Contest.Name}: "
                + $"{string.Join(", ", contests.Select(one => one.Name))}.");
    }

    private static string OnlyPhase(BoardClient board, string contest)
    {
        ContestOnBoard found = board.Get($"api/v1/c/{Uri.EscapeDataString(contest)}", BoardJson.Default.ContestOnBoard, Patience)!;
        string[] open = [.. (found.Phases ?? []).Where(phase => phase.Open).Select(phase => phase.Name)];
        return open.Length == 1
            ? open[0]
            : throw new UsageException(open.Length == 0
                ? $"no phase of {found.Title} takes submissions now."
                : $"{found.Title} has {open.Length} open phases; name one with {Phase.Name}: {string.Join(", ", open)}.");
    }

    private static SubmissionOnBoard Look(BoardClient board, string id) =>
        board.Get($"api/v1/submissions/{Uri.EscapeDataString(id)}", BoardJson.Default.SubmissionOnBoard, Patience)!;

    private static SubmissionOnBoard Wait(BoardClient board, string id, CancellationToken cancel)
    {
        string? said = null;
        for (TimeSpan pause = FirstLook; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            SubmissionOnBoard now = Look(board, id);
            if (now.Says != said)
                Console.Error.WriteLine(said = now.Says);
            if (now.IsDone || cancel.WaitHandle.WaitOne(pause))
                return now;
        }
    }

    /// <summary>Says how far it is, and looks whether the board's log goes on from what was seen of it before.</summary>
    private static int Told(ParseResult command, BoardClient board, SubmissionOnBoard submission, CancellationToken cancel)
    {
        int code = Print(submission, command.GetValue(Json));
        if (cancel.IsCancellationRequested || new SeenLog(board, submission.Contest).Follow())
            return code;
        return code == ExitCode.Good ? ExitCode.Incomplete : code;
    }

    private static int Print(SubmissionOnBoard submission, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(submission, BoardJson.Default.SubmissionOnBoard));
        }
        else
        {
            Console.Out.WriteLine($"{submission.Id} in {submission.Contest}/{submission.Phase}: {submission.Outcome ?? submission.Step}");
            if (submission.Why is { } why)
                Console.Out.WriteLine(why);
            foreach ((string column, decimal? value) in submission.Values ?? new Dictionary<string, decimal?>())
                Console.Out.WriteLine($"  {column} {value?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        }
        return submission.Outcome switch
        {
            "scored" when submission.Values?.GetValueOrDefault("accepted") is { } accepted && accepted < 1 => ExitCode.PredictorFailed,
            "scored" => ExitCode.Good,
            "failed" or "refused" => ExitCode.PredictorFailed,
            _ => ExitCode.Incomplete,
        };
    }
}
