using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Exports;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Oracle;
using Evaluator.Contest.Package;
using Evaluator.Harness.Again;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Spectre.Console;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run</c>: one predictor over a set of cases.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", """
            Evaluate a predictor.

            Examples:
              evaluator run MyPredictor.dll --data boston                    all cases
              evaluator run MyPredictor.cpp --data boston                    a source: compiled first, confined like the predictor
              evaluator run MyPredictor.dll --data boston --set example      the five example cases
              evaluator run MyPredictor.dll --data boston --months 5-8       months whose answers you have
              evaluator run MyPredictor.dll --data boston --out mine --resume    what an interrupted run left to do
              evaluator run MyPredictor.cs --data boston --case 250250201003 --debug    one case, in your debugger
              evaluator run MyPredictor.dll --data boston --set example --quiet --fail-fast --junit result.xml    for CI

              evaluator run --plan runs/mine --shard 3/8                     a part of a planned run; `evaluator merge` adds the parts up
              evaluator run --plan runs                                      all runs that `evaluator plan --each` wrote

            Exit codes: 0 all cases Accepted; 1 the predictor failed in some case or was Rejected; 2 wrong usage or unusable
            data, nothing ran; 3 incomplete (faults of the harness, Ctrl-C, full disk).
            """)
        {
            RunOptions.Predictor, RunOptions.InLanguage, RunOptions.Data, RunOptions.Set, RunOptions.Case, RunOptions.Out,
            RunOptions.Workers, RunOptions.AllowEmpty,
            RunOptions.TimeLimit, RunOptions.WallLimit, RunOptions.MemoryLimit, RunOptions.CoreLimit,
            RunOptions.Sandbox, RunOptions.RequireSandbox,
            RunOptions.Months,
            RunOptions.Oracle, RunOptions.Resume, RunOptions.Verify, RunOptions.Timings, RunOptions.Fast, RunOptions.Debug,
            RunOptions.Json,
            RunOptions.FailFast, RunOptions.Quiet, RunOptions.Junit, RunOptions.Markdown,
            RunOptions.Plan, RunOptions.Part, RunOptions.Scratch,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        if (command.GetValue(RunOptions.Plan) is { } plan)
            return ShardCommand.Run(command, plan);
        if (command.GetResult(RunOptions.Part) is not null || command.GetResult(RunOptions.Scratch) is not null)
            throw new UsageException(
                $"{RunOptions.Part.Name} and {RunOptions.Scratch.Name} go with {RunOptions.Plan.Name}: the run folder that `evaluator "
                + "plan` wrote.");
        string predictor = command.GetValue(RunOptions.Predictor)
            ?? throw new UsageException(
                $"a PREDICTOR is needed: its DLL, jar or source; or {RunOptions.Plan.Name} and the folder that `evaluator plan` wrote."
                + (command.GetValue(RunOptions.Data) is null ? $" With a PREDICTOR goes {RunOptions.Data.Name}, the data package." : ""));
        if (command.GetValue(RunOptions.Debug))
            return DebugCommand.Run(RunOptions.Request(command, predictor, RunOptions.OpenData(command), folder: ""), command);
        string folder = command.GetValue(RunOptions.Out) ?? NewFolder(Submission.NameOf(predictor));
        if (command.GetValue(RunOptions.Resume) && command.GetValue(RunOptions.Out) is null)
            throw new UsageException("--resume needs --out: the folder of the run to continue.");
        // The package's files are listed while bubblewrap is tried out: the one takes a core, the other waits for two processes.
        Task<DataPackage> opening = Task.Run(() => RunOptions.OpenData(command));
        TestedSandbox sandbox = RunOptions.Tested(command);
        RunRequest request = RunOptions.Request(command, predictor, opening.GetAwaiter().GetResult(), folder) with
        {
            Resume = command.GetValue(RunOptions.Resume),
            Workers = command.GetValue(RunOptions.Workers),
            Sandbox = RunOptions.Required(command, sandbox),
        };
        bool json = command.GetValue(RunOptions.Json);
        if (command.GetValue(RunOptions.Fast))
            return FastCommand.Run(request, command);
        // Before anything runs: an oracle of another package, or of other months, is found out now.
        double? ceiling = command.GetValue(RunOptions.Oracle) is { } file
            ? OracleScore.Of(OracleFile.Open(file), request.Package, request.Cases, request.Sequence)
            : null;
        using var interrupt = new Interrupt();
        var screen = new RunScreen(request.Cases.Count, command.GetValue(RunOptions.Quiet));
        var evaluation = new Evaluation(request) { Resumed = screen.Print };
        bool failFast = command.GetValue(RunOptions.FailFast);
        RunSummary summary = screen.Watch(report => evaluation.Run(
            progress =>
            {
                report(progress);
                if (failFast && progress is RunProgress.Played { Result.Verdict: not Verdict.Accepted })
                    interrupt.Stop();
            },
            interrupt.Token));
        foreach (string left in Stragglers.Sweep(TimeSpan.Zero))
            Console.Error.WriteLine($"note {left} is left; every verdict is known, and the next run removes what it can.");
        if (command.GetValue(RunOptions.Verify) > 0 && summary.Complete)
            VerifyCases(request, command.GetValue(RunOptions.Verify), interrupt.Token);
        WriteForOthers(command, summary, request.Folder);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(summary, RunJson.Readable.RunSummary));
        else if (command.GetValue(RunOptions.Quiet))
            Console.Out.WriteLine(summary.Complete && summary.Rejected is null ? Figures.Score(summary.Score) : "no score");
        else
            Print(request, summary, command.GetValue(RunOptions.Timings));
        interrupt.Tell(screen.Reached, request.Folder);
        PrintLaterNotes(request, json ? Console.Error : Console.Out);
        if (ceiling is { } most)
            PrintCeiling(most, summary);
        return CodeFor(summary);
    }

    /// <summary>A folder that this process made: two runs that start in one second have two.</summary>
    private static string NewFolder(string name)
    {
        string first = Path.Combine("runs", $"{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{name}");
        Directory.CreateDirectory("runs");
        for (int number = 1; ; number++)
        {
            string folder = number == 1 ? first : $"{first}-{number}";
            if (FolderMaking.TryMake(folder))
                return folder;
        }
    }

    private static void Print(RunRequest request, RunSummary summary, bool timings)
    {
        RunFolder folder = RunFolder.Open(request.Folder);
        LastLook look = LastLook.At(folder.Path, Screen.Form());
        IReadOnlyList<CaseResult> results = folder.ReadCases();
        RunTables.Print(AnsiConsole.Console, folder, summary, results, withSandbox: false);
        if (timings && folder.ReadTimings() is { } taken)
            TimingTables.Print(taken);
        // So that `show` need not read what was written a moment ago. What a resumed run found in its folder was not written by it.
        if (summary.Complete && !request.Resume)
            look.Keep(RunTables.Text(folder, summary, results));
    }

    private static void WriteForOthers(ParseResult command, RunSummary summary, string path)
    {
        if (command.GetValue(RunOptions.Junit) is { } junit)
            JunitFile.Write(junit, summary, RunFolder.Open(path).ReadCases());
        if (command.GetValue(RunOptions.Markdown) is not { } markdown)
            return;
        string page = MarkdownSummary.Of(RunFolder.Open(path).ReadManifest(), summary, RunFolder.Open(path).ReadCases());
        if (markdown == "-")
            Console.Out.Write(page);
        else
            File.WriteAllText(markdown, page);
    }

    /// <summary>What was seen of files that are read only when a case needs them.</summary>
    private static void PrintLaterNotes(RunRequest request, TextWriter output)
    {
        foreach (string note in request.Package.Notes.Except(RunFolder.Open(request.Folder).ReadManifest().DataNotes))
            output.WriteLine($"note: {note}");
    }

    private static void VerifyCases(RunRequest request, int count, CancellationToken cancel)
    {
        Console.Error.WriteLine($"playing {Math.Min(count, request.Cases.Count)} cases a second time");
        RunFolder folder = RunFolder.Open(request.Folder);
        Replay.Of(folder, request.Predictor, request.Package).Verify(count, request.Workers, cancel);
    }

    /// <summary>On standard error, so that <c>--json</c> stays JSON.</summary>
    private static void PrintCeiling(double ceiling, RunSummary summary) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"oracle: {ceiling:F6}, bits "
        + $"{ScoreBits.Of(ceiling)}{(summary.Score is { } score ? $"; the predictor reaches {score / ceiling:P1} of it" : "")}"));

    internal static int CodeFor(RunSummary summary) => summary switch
    {
        { Rejected: not null } => ExitCode.PredictorFailed,
        { Complete: false } => ExitCode.Incomplete,
        _ when summary.Verdicts.Keys.Any(verdict => verdict != nameof(Verdict.Accepted)) => ExitCode.PredictorFailed,
        _ => ExitCode.Good,
    };
}
