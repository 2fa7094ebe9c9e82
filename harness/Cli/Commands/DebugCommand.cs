using System.CommandLine;
using System.Text.Json;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run --debug</c>: one case, as soon as a debugger is attached.</summary>
internal static class DebugCommand
{
    public static int Run(RunRequest request, ParseResult command)
    {
        if (request.Cases.Count != 1)
            throw new UsageException(
                $"{RunOptions.Debug.Name} plays one case; name it with {RunOptions.Case.Name}, such as {request.Cases[0]}.");
        using var interrupt = new Interrupt();
        Console.Error.WriteLine(DebugRun.Why);
        (CaseResult Result, string Printed)? played = new DebugRun(request).Run(
            how => Console.Error.WriteLine($"waiting for a debugger: {how}"), out string? rejection, interrupt.Token);
        if (played is not var (result, printed))
        {
            Console.Error.WriteLine($"Rejected: {rejection}");
            return ExitCode.PredictorFailed;
        }
        Console.Error.Write(printed);
        if (command.GetValue(RunOptions.Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, RunJson.Readable.CaseResult));
        }
        else
        {
            CaseTables.Print(result);
            CaseTables.PrintVerdict(result);
            Console.Out.WriteLine(DebugRun.Why);
        }
        return result.Verdict == Verdict.Accepted ? ExitCode.Good : ExitCode.PredictorFailed;
    }
}
