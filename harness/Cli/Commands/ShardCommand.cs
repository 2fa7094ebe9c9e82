using System.CommandLine;
using System.CommandLine.Parsing;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run --plan</c>: a part of a planned run, or of all runs that were planned into one folder.</summary>
internal static class ShardCommand
{
    public static int Run(ParseResult command, string plan)
    {
        RequireNoneOf(
            command, RunOptions.Predictor, RunOptions.Set, RunOptions.Case, RunOptions.Out, RunOptions.Resume, RunOptions.Verify,
            RunOptions.TimeLimit, RunOptions.WallLimit, RunOptions.MemoryLimit, RunOptions.CoreLimit,
            RunOptions.Sandbox, RunOptions.RequireSandbox,
            RunOptions.Months, RunOptions.InLanguage, RunOptions.Oracle);
        Shard shard = ShardOf(command.GetValue(RunOptions.Part));
        var screen = new RunScreen(0, command.GetValue(RunOptions.Quiet));
        PlannedPart[] parts = [.. RunFolders.In(plan).Select(path => Part(command, RunFolder.Open(path), shard, screen))];
        screen.Keep(parts.Sum(part => part.Found.Results.Count), parts.Sum(part => part.Missing));
        using var interrupt = new Interrupt();
        ShardResult[] results = screen.Watch(report => Play(parts, report, interrupt.Token));
        Print(command, plan, shard, parts, results);
        if (results.Length < parts.Length || !Array.TrueForAll(results, result => result.Complete))
        {
            interrupt.Tell(screen.Reached, plan);
            return ExitCode.Incomplete;
        }
        return Array.TrueForAll(results, result => result.AllAccepted) ? ExitCode.Good : ExitCode.PredictorFailed;
    }

    private static PlannedPart Part(ParseResult command, RunFolder folder, Shard shard, RunScreen screen)
    {
        DataPackage package = DataPackage.Open(command.GetValue(RunOptions.Data) ?? folder.ReadManifest().Data.Folder);
        var run = new ShardRun(
            folder, shard, package, command.GetValue(RunOptions.Workers), sandbox: null, command.GetValue(RunOptions.Scratch))
        { Resumed = screen.Tell };
        return new PlannedPart(folder, run, run.Found());
    }

    /// <summary>One run after the other, and one progress over all their cases.</summary>
    private static ShardResult[] Play(PlannedPart[] parts, Action<RunProgress> report, CancellationToken cancel)
    {
        int before = 0, total = parts.Sum(part => part.Missing);
        List<ShardResult> results = [];
        foreach (PlannedPart part in parts)
        {
            if (cancel.IsCancellationRequested)
                break;
            int earlier = before;
            results.Add(part.Run.Run(progress => report(progress with { Done = earlier + progress.Done, Total = total }), cancel));
            before += part.Missing;
        }
        return [.. results];
    }

    private static void Print(ParseResult command, string plan, Shard shard, PlannedPart[] parts, ShardResult[] results)
    {
        if (!command.GetValue(RunOptions.Json))
        {
            foreach ((PlannedPart part, ShardResult result) in parts.Zip(results))
                Console.Out.WriteLine(
                    $"shard {shard} of {part.Folder.Path}: {result.Results.Count} of {result.Cases} cases have a result");
            if (parts.Length > 1 && results.Length == parts.Length && Array.TrueForAll(results, result => result.Complete))
                Console.Out.WriteLine(
                    $"next: `evaluator merge {plan}`, when all parts are played; `evaluator standings {plan}` ranks them.");
            return;
        }
        object[] printed = [.. parts.Zip(results).Select(one => new
        {
            Folder = one.First.Folder.Path,
            Shard = $"{shard}",
            Cases = one.Second.Results.Count,
            CasesOfShard = one.Second.Cases,
            one.Second.Complete,
            one.Second.AllAccepted,
        })];
        JsonOutput.Print(RunFolder.Exists(plan) ? printed[0] : printed);
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

    /// <param name="Found">What had a result before.</param>
    private sealed record PlannedPart(RunFolder Folder, ShardRun Run, ShardResult Found)
    {
        public int Missing => Found.Cases - Found.Results.Count;
    }
}
