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
        catch (Exception failure) when (Told(failure) is { } told)
        {
            Console.Error.WriteLine($"evaluator: {told.Message}");
            return told.Code;
        }
    }

    /// <summary>In a method of its own: what it names is loaded with it, and a command that fails in nothing needs none of it.</summary>
    /// <returns>Null for what nobody foresaw.</returns>
    private static (int Code, string Message)? Told(Exception failure) => failure switch
    {
        PackageException or RunFolderException or ToolchainMissingException or SlurmException or UsageException
            or ChallengeFaultsException or DraftException => (ExitCode.Unusable, failure.Message),
        HttpRequestException => (ExitCode.Incomplete, failure.Message),
        IOException or UnauthorizedAccessException =>
            (ExitCode.Incomplete, $"{failure.Message}. What was finished is kept; --resume runs the rest."),
        Win32Exception => (ExitCode.Unusable, $"a program of this installation can't be started: {failure.Message}"),
        HarnessFaultException => (ExitCode.Incomplete, failure.Message),
        OperationCanceledException => (ExitCode.Incomplete, "stopped before the first case."),
        AggregateException => (ExitCode.Incomplete,
            $"a fault of the evaluator itself; finished cases are kept. Please report this:\n{failure.InnerException}"),
        _ => null,
    };
}
