using System.CommandLine;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Handouts;
using Evaluator.Cli.Work;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;

namespace Evaluator.Cli.Commands.Board;

/// <summary>
/// <c>evaluator board add</c>: puts a challenge on a board. What workers need of a predictor's data package is packed here; the web process
/// takes the rest.
/// </summary>
internal static class AddCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Argument<string> ChallengeFolderArgument = new("CHALLENGE-OR-DATA")
    {
        Description = "The challenge's folder, with its challenge.json. Or a data package, of which the Boston contest is made.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Predictor challenges: the data package. [default: secret/data in the challenge's folder]",
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why answers that were promised are others now. It stands in the log and on the contest's page.",
    };

    public static Command Create()
    {
        var command = new Command("add", """
            Put a challenge on a board, while it is served or not. Of a data package it cuts what competitors may have,
            and makes the contest around it. A salted hash of each answer is put into the log; once the phases are published
            `evaluator board verify --answers` checks them.

            Examples:
              evaluator board add my-board my-challenge
              evaluator board add my-board boston                            the Boston contest on this data package, open for 30 days
              evaluator board add my-board boston-challenge --data boston    a predictor challenge; the data stays with board and workers
              evaluator board add my-board my-challenge --reason "row 7 was wrong"   with corrected answers
            """)
        {
            Folder, ChallengeFolderArgument, Data, Reason,
        };
        command.SetAction(Add);
        return command;
    }

    private static int Add(ParseResult command)
    {
        string folder = Path.GetFullPath(command.GetRequiredValue(Folder)),
            challenge = Path.GetFullPath(command.GetRequiredValue(ChallengeFolderArgument));
        string[] reason = command.GetValue(Reason) is { } said ? [Reason.Name, said] : [];
        if (Directory.Exists(challenge) && !File.Exists(Path.Combine(challenge, ChallengeFolder.Definition)))
            return AddPackage(folder, DataPackage.Open(challenge), reason);
        if (ChallengeFolder.Read(challenge).Challenge.Kind != ChallengeKind.Predictor)
            return BoardProgram.Run(["add", folder, challenge, .. reason]);
        string data = command.GetValue(Data) ?? Path.Combine(challenge, ContestArchive.PackageFolder);
        return AddPacked(folder, DataPackage.Open(data), copy => ContestArchive.CopyWithoutPackage(challenge, copy), reason);
    }

    private static int AddPackage(string folder, DataPackage package, string[] reason)
    {
        using var interrupt = new Interrupt();
        return AddPacked(
            folder, package, copy => BostonChallenge.Write(package, copy, BostonChallenge.Times.FromToday(), cancel: interrupt.Token),
            reason);
    }

    private static int AddPacked(string folder, DataPackage package, Action<string> write, string[] reason)
    {
        package.RequireRunnable(package.Set("all"), CallingSequence.Official);
        string copy = Directory.CreateTempSubdirectory("evaluator-challenge-").FullName;
        try
        {
            write(copy);
            ContestArchive.Pack(package, copy);
            CaseAnswers.Write(package, ChallengeFolder.Read(copy).Challenge, copy);
            return BoardProgram.Run(["add", folder, copy, .. reason]);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
