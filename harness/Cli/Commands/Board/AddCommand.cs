using System.CommandLine;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Cli.Boards;
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

    private static readonly Argument<string> ChallengeFolderArgument = new("CHALLENGE")
    {
        Description = "The challenge's folder: challenge.json, story.md, files/, secret/.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Predictor challenges: the data package. [default: secret/data in the challenge's folder]",
    };

    public static Command Create()
    {
        var command = new Command("add", """
            Put a challenge on a board, while it is served or not.

            Examples:
              evaluator board add my-board my-challenge
              evaluator board add my-board boston-challenge --data boston    a predictor challenge; the data stays with board and workers
            """)
        {
            Folder, ChallengeFolderArgument, Data,
        };
        command.SetAction(Add);
        return command;
    }

    private static int Add(ParseResult command)
    {
        string folder = Path.GetFullPath(command.GetRequiredValue(Folder)),
            challenge = Path.GetFullPath(command.GetRequiredValue(ChallengeFolderArgument));
        if (ChallengeFolder.Read(challenge).Challenge.Kind != ChallengeKind.Predictor)
            return BoardProgram.Run("add", folder, challenge);
        string data = command.GetValue(Data) ?? Path.Combine(challenge, ContestArchive.PackageFolder);
        DataPackage package = DataPackage.Open(data);
        package.RequireRunnable(package.Set("all"), CallingSequence.Official);
        string copy = Directory.CreateTempSubdirectory("evaluator-challenge-").FullName;
        try
        {
            ContestArchive.CopyWithoutPackage(challenge, copy);
            ContestArchive.Pack(package, copy);
            return BoardProgram.Run("add", folder, copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
