using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Runs;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run --fast</c>: many cases in one process, for a competitor at work.</summary>
internal static class FastCommand
{
    /// <summary>Cases of a fast run that are played again, unless another number is asked for.</summary>
    private const int SampleSize = 2;

    public static int Run(RunRequest request, ParseResult command)
    {
        int sample = command.GetResult(RunOptions.Verify) is { Implicit: false } ? command.GetValue(RunOptions.Verify) : SampleSize;
        bool json = command.GetValue(RunOptions.Json);
        if (request.Resume)
            throw new UsageException("--fast keeps nothing that could be resumed; leave --resume away.");
        using var interrupt = new Interrupt();
        var screen = new RunScreen(request.Cases.Count, command.GetValue(RunOptions.Quiet));
        var run = new FastRun(request);
        string? rejection = null;
        FastResult? result;
        try
        {
            result = screen.Watch(report => run.Run(sample, report, out rejection, interrupt.Token));
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"interrupted, {screen.Reached}; a fast run keeps nothing, so it begins anew the next time.");
            return ExitCode.Incomplete;
        }
        if (result is null)
        {
            Console.Error.WriteLine($"Rejected: {rejection}");
            return ExitCode.PredictorFailed;
        }
        // Beside the tables: most of both is code that is compiled here and now, and by now a core is free.
        Task writing = Task.Run(() => result.Write(request.Folder));
        try
        {
            if (json)
                Console.Out.WriteLine(JsonSerializer.Serialize(result with { Cases = [] }, FastJson.Readable.FastResult));
            else
                FastTables.Print(result, run);
        }
        finally
        {
            writing.GetAwaiter().GetResult();
        }
        if (!json)
            Console.Out.WriteLine($"written: {FastResult.FileIn(request.Folder)}");
        if (!json && command.GetValue(RunOptions.Timings) && result.Timings is { } taken)
            TimingTables.Print(taken);
        if (result.Score is null)
            return ExitCode.Incomplete;
        return result.Verdicts.Keys.All(verdict => verdict == nameof(Verdict.Accepted)) ? ExitCode.Good : ExitCode.PredictorFailed;
    }
}
