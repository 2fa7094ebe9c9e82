using System.CommandLine;
using System.CommandLine.Parsing;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run --plan</c>: a part of a planned run.</summary>
internal static class ShardCommand
{
    public static int Run(ParseResult command, string plan)
    {
        RequireNoneOf(
            command, RunOptions.Predictor, RunOptions.Set, RunOptions.Case, RunOptions.Out, RunOptions.Resume, RunOptions.Verify,
            RunOptions.TimeLimit, RunOptions.WallLimit, RunOptions.MemoryLimit, RunOptions.Sandbox, RunOptions.RequireSandbox,
            RunOptions.Months, RunOptions.InLanguage, RunOptions.Oracle);
        RunFolder folder = RunFolder.Open(plan);
        Shard shard = ShardOf(command.GetValue(RunOptions.Part));
        DataPackage package = DataPackage.Open(command.GetValue(RunOptions.Data) ?? folder.ReadManifest().Data.Folder);
        var screen = new RunScreen();
        var run = new ShardRun(
            folder, shard, package, command.GetValue(RunOptions.Workers), sandbox: null,
            command.GetValue(RunOptions.Scratch))
        { Resumed = screen.Print };
        using var interrupt = new Interrupt();
        ShardResult result = screen.Watch(report => run.Run(report, interrupt.Token));
        if (command.GetValue(RunOptions.Json))
        {
            JsonOutput.Print(new
            {
                Folder = folder.Path,
                Shard = $"{shard}",
                Cases = result.Results.Count,
                CasesOfShard = result.Cases,
                result.Complete,
                result.AllAccepted,
            });
        }
        else
            Console.Out.WriteLine($"shard {shard} of {folder.Path}: {result.Results.Count} of {result.Cases} cases have a result");
        if (!result.Complete)
            interrupt.Tell(screen.Reached, folder.Path);
        if (result.AllAccepted)
            return ExitCode.Good;
        return result.Complete ? ExitCode.PredictorFailed : ExitCode.Incomplete;
    }

    private static Shard ShardOf(string? text)
    {
        try
        {
            return text is null ? Shard.Whole : Shard.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"{RunOptions.Part.Name}: {wrong.Message}");
        }
    }

    /// <summary>What a plan says already can't be said again with other words.</summary>
    private static void RequireNoneOf(ParseResult command, params Symbol[] planned)
    {
        foreach (Symbol symbol in planned)
        {
            if (command.GetResult(symbol) is { Tokens.Count: > 0 } or OptionResult { Implicit: false })
                throw new UsageException(
                    $"{symbol.Name} can't be given with {RunOptions.Plan.Name}: the plan says what is run and how. Leave it out, or make "
                    + "another plan.");
        }
    }
}
