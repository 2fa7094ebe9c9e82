using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator plan</c>: run folders whose cases other machines play.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> Predictor = new("PREDICTOR")
    {
        Description = "The predictor: a DLL, a jar, a source, or a folder with sources. With --each: a folder of predictors.",
    };

    private static readonly Option<bool> Each = new("--each")
    {
        Description =
            "PREDICTOR is a folder with a submission an entry: a DLL, a jar, a source file, a folder with sources, or a folder with a DLL "
            + "of its name.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Run folder, new or empty; with --each, the folder of the run folders.",
        Required = true,
    };

    private static readonly Option<string?> Durations = new("--durations")
    {
        Description = "A run whose times say how long the cases take. [default: their locations]",
    };

    public static Command Create()
    {
        var command = new Command("plan", """
            Write down what is to be run, for other machines to play: cases in order, hashes, limits, the submission itself.

            Examples:
              evaluator plan My.dll --data boston --set final --out runs/mine
              evaluator run --plan runs/mine --shard 1/2                     on one machine that sees the folder
              evaluator run --plan runs/mine --shard 2/2                     on another
              evaluator merge runs/mine                                      when both are done
              evaluator plan --each handed-in --data boston --out runs       a run a submission; `evaluator standings runs` ranks them
            """)
        {
            Predictor, Each, RunOptions.InLanguage, RunOptions.Data, RunOptions.Set, RunOptions.Case, Out, Durations,
            RunOptions.TimeLimit, RunOptions.WallLimit, RunOptions.MemoryLimit, RunOptions.CoreLimit,
            RunOptions.RequireSandbox, RunOptions.Months,
            RunOptions.AllowEmpty, JsonOutput.Asked,
        };
        command.SetAction(Plan);
        return command;
    }

    private static int Plan(ParseResult command)
    {
        string predictor = command.GetRequiredValue(Predictor), folder = command.GetRequiredValue(Out);
        DataPackage package = RunOptions.OpenData(command);
        IReadOnlyList<HandedInEntry> entries = command.GetValue(Each) ? HandedInEntry.In(predictor) : [new HandedInEntry(predictor, "")];
        using var interrupt = new Interrupt();
        TestedSandbox sandbox = TestedSandbox.Of();    // a source is compiled, behind whatever walls this machine has
        bool json = command.GetValue(JsonOutput.Asked);
        List<object> plans = [];
        foreach (HandedInEntry entry in entries)
        {
            string runFolder = Path.Combine(folder, entry.RunName);
            if (command.GetValue(Each) && RunFolder.Exists(runFolder))
            {
                (json ? Console.Error : Console.Out).WriteLine($"{runFolder} is planned already");
                continue;
            }
            RunRequest request = RunOptions.Request(command, entry.Path, package, runFolder) with { Sandbox = sandbox };
            if (command.GetValue(Durations) is { } earlier)
                request = request with { Costs = CaseCosts.ByDurations(RunFolder.Open(earlier), request.Cases) };
            RunFolder planned = new Evaluation(request).Plan(interrupt.Token);
            RunManifest manifest = planned.ReadManifest();
            plans.Add(new
            {
                Folder = planned.Path,
                Predictor = manifest.Submission.Name,
                manifest.Set,
                Cases = manifest.Cases.Count,
                Rejected = manifest.Submission.Rejection,
            });
            if (!json)
                Print(planned, manifest);
        }
        if (json)
            JsonOutput.Print(plans);
        else
            Console.Out.WriteLine($"next: `evaluator run --plan {folder}` here, or `--shard 1/2` and `2/2` on two machines; then "
                + $"`evaluator merge {folder}`. On a cluster `evaluator slurm submit {folder}` does both.");
        return ExitCode.Good;
    }

    private static void Print(RunFolder planned, RunManifest manifest) =>
        Console.Out.WriteLine(manifest.Submission.Rejection is { } why
            ? $"{planned.Path}: Rejected, nothing will run: {why}"
            : $"{planned.Path}: {Figures.Count(manifest.Cases.Count)} cases ({manifest.Set})");
}
