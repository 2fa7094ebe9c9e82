using System.CommandLine;
using System.Data.Common;
using Evaluator.Board.Folder;

namespace Evaluator.Board.Commands;

/// <summary>Turns what stops a command into a message and an exit code: 2 for wrong usage or an unusable folder, 3 for what the machine
/// did.</summary>
internal static class Failures
{
    private const int Unusable = 2;
    private const int Incomplete = 3;

    public static int Reported(ParseResult command)
    {
        try
        {
            int exitCode = command.Invoke(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return command.Errors.Count > 0 ? Unusable : exitCode;
        }
        catch (BoardFolderException unusable)
        {
            Console.Error.WriteLine($"evaluator board: {unusable.Message}");
            return Unusable;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or DbException or InvalidDataException)
        {
            Console.Error.WriteLine($"evaluator board: {broken.Message}");
            return Incomplete;
        }
    }
}
