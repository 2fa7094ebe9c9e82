using System.ComponentModel;
using Evaluator.Challenges.Drafting;
using Evaluator.Challenges.Reading;
using Evaluator.Cluster;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Contest;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Conduct;

/// <summary>Turns what stops a command into a message and an exit code.</summary>
internal static class Failures
{
    public static int Reported(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception unusable) when (unusable is PackageException or RunFolderException or ToolchainMissingException or SlurmException
        or UsageException
            or ChallengeFaultsException or DraftException)
        {
            Console.Error.WriteLine($"evaluator: {unusable.Message}");
            return ExitCode.Unusable;
        }
        catch (HttpRequestException away)
        {
            Console.Error.WriteLine($"evaluator: {away.Message}");
            return ExitCode.Incomplete;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"evaluator: {broken.Message}. What was finished is kept; --resume runs the rest.");
            return ExitCode.Incomplete;
        }
        catch (Win32Exception absent)
        {
            Console.Error.WriteLine($"evaluator: a program of this installation can't be started: {absent.Message}");
            return ExitCode.Unusable;
        }
        catch (HarnessFaultException fault)
        {
            Console.Error.WriteLine($"evaluator: {fault.Message}");
            return ExitCode.Incomplete;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("evaluator: stopped before the first case.");
            return ExitCode.Incomplete;
        }
        catch (AggregateException ours)
        {
            Console.Error.WriteLine(
                $"evaluator: a fault of the evaluator itself; finished cases are kept. Please report this:\n{ours.InnerException}");
            return ExitCode.Incomplete;
        }
    }
}
