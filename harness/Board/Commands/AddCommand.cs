using System.CommandLine;
using Evaluator.Board.Answers;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluator.Board.Commands;

/// <summary><c>add FOLDER CHALLENGE</c>: a contest on the board, also while it is served; again, and what changed in it.</summary>
internal static class AddCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Argument<string> Challenge = new("CHALLENGE")
    {
        Description = "The challenge's folder, with challenge.json, story.md, files/ and secret/.",
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why answers that were promised are others now. It stands in the log and on the contest's page.",
    };

    public static Command Create()
    {
        Command command = new("add", """
            Put a challenge on the board, or a changed one over the one that is there. What changed becomes entries of the contest's log,
            valid for later submissions;
            nothing of the past is edited. A salted hash of the answers is put into the log; where they are corrected later, --reason says
            why. Works while the board is served.
            """)
        {
            Folder, Challenge, Reason,
        };
        command.SetAction(Add);
        return command;
    }

    private static async Task<int> Add(ParseResult command, CancellationToken stop)
    {
        BoardFolder board = BoardFolder.Open(command.GetRequiredValue(Folder));
        using Database database = Database.Open(board);
        Journal journal = new(database, new Seals(database), TimeProvider.System, NullLogger<Journal>.Instance);
        journal.CatchUp();
        (Challenge challenge, int entries) = await new ChallengeIntake(
            board, journal, new Blobs(board), new AnswerShelf(board))
            .Add(command.GetRequiredValue(Challenge), command.GetValue(Reason), stop);
        Console.WriteLine(entries == 0
            ? $"{challenge.Name} is as it was; nothing had changed"
            : $"{challenge.Name} (\"{challenge.Title}\") is on the board: {entries} entries, at /c/{challenge.Name}");
        return 0;
    }
}
