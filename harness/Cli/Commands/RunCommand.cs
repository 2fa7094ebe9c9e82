using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Evaluator.Cli.Conduct;
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

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run</c>: one predictor over a set of cases.</summary>
internal static class RunCommand
{
    private static readonly Argument<string?> Predictor = new("PREDICTOR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The predictor, a class BostonRiskPredictor: a .NET DLL or a jar, or the source in C#, VB.NET, C++ or Java, a file or a folder.",
    };

    internal static readonly Option<string?> InLanguage = new("--language") { Description = "What the source is written in: cs, vb, cpp or java. [default: told by looking]" };

    internal static readonly Option<string?> Data = new("--data") { Description = "Folder of the data package. [with --plan: where it was planned]" };

    internal static readonly Option<string> Set = new("--set")
    {
        Description = "Which cases: example, provisional, final, all, or a file with one block group a line.",
        DefaultValueFactory = _ => "all",
    };

    internal static readonly Option<string[]> Case = new("--case") { Description = "One block group; may be repeated. Replaces --set." };

    private static readonly Option<string?> Out = new("--out") { Description = "Run folder; new or empty. [default: runs/UTCTIME-NAME]" };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Continue the run in --out: finished cases are kept, the rest is run. Starts it if there is none." };

    private static readonly Option<int> Verify = new("--verify") { Description = "Play this many random cases twice, and record in verify.json whether the bits are the same." };

    private static readonly Option<int> Workers = new("--workers") { Description = "Cases at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };

    internal static readonly Option<double> TimeLimit = new("--time-limit") { Description = "CPU seconds a case.", DefaultValueFactory = _ => Limits.Official.CpuSeconds };

    internal static readonly Option<double> WallLimit = new("--wall-limit") { Description = "Wall-clock seconds a case.", DefaultValueFactory = _ => Limits.Official.WallSeconds };

    internal static readonly Option<int> MemoryLimit = new("--memory-limit") { Description = "MiB of memory a case.", DefaultValueFactory = _ => Limits.Official.MemoryMebibytes };

    internal static readonly Option<int> Sandbox = new("--sandbox") { Description = "The highest sandbox level to use, 3 to 0.", DefaultValueFactory = _ => 3 };

    internal static readonly Option<int> RequireSandbox = new("--require-sandbox")
    {
        Description = "Run nothing (exit code 2) unless the sandbox was seen to hold this level; `evaluator sandbox` shows what it takes.",
    };

    internal static readonly Option<string> Months = new("--months")
    {
        Description = "Predict other months, as 5-8: receives 1 to 4, then alternates. Unofficial, but all its truth is in your hands.",
        DefaultValueFactory = _ => "9-12",
    };

    private static readonly Option<string?> Plan = new("--plan") { Description = "Play what is missing of a run that `evaluator plan` wrote, in place of a PREDICTOR." };

    private static readonly Option<string?> Part = new("--shard") { Description = "With --plan: the part to play; 3/8 is the third of eight. [default: 1/1]" };

    private static readonly Option<string?> Scratch = new("--scratch") { Description = "With --plan: a folder of this machine for the workers' files. [default: the run folder]" };

    private static readonly Option<string?> Oracle = new("--oracle")
    {
        Description = "The oracle that `generate` wrote beside a synthetic city: says how far below the ceiling the predictor is.",
    };

    private static readonly Option<bool> Fast = new("--fast")
    {
        Description = "For your own work, unofficial: many cases in one process, so statics live on; a sample (--verify, 2 unless given) is played again properly.",
    };

    private static readonly Option<bool> Timings = new("--timings") { Description = "Print where the time went; timings.json in the run folder has it in any case." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON, and nothing else, on standard output." };

    /// <summary>Cases of a fast run that are played again, unless another number is asked for.</summary>
    private const int FastSample = 2;

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

              evaluator run --plan runs/mine --shard 3/8                     a part of a planned run; `evaluator merge` adds the parts up

            Exit codes: 0 all cases Accepted; 1 the predictor failed in some case or was Rejected; 2 wrong usage or unusable
            data, nothing ran; 3 incomplete (faults of the harness, Ctrl-C, full disk).
            """)
        {
            Predictor, InLanguage, Data, Set, Case, Out, Workers, TimeLimit, WallLimit, MemoryLimit, Sandbox, RequireSandbox, Months, Oracle, Resume, Verify, Timings, Fast, Json,
            Plan, Part, Scratch,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        if (command.GetValue(Plan) is { } plan)
            return RunShard(command, plan);
        if (command.GetResult(Part) is not null || command.GetResult(Scratch) is not null)
            throw new UsageException($"{Part.Name} and {Scratch.Name} go with {Plan.Name}: the run folder that `evaluator plan` wrote.");
        string predictor = command.GetValue(Predictor)
            ?? throw new UsageException($"a PREDICTOR is needed: its DLL, jar or source; or {Plan.Name} and the folder that `evaluator plan` wrote.");
        string folder = command.GetValue(Out) ?? Path.Combine("runs", $"{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{Submission.NameOf(predictor)}");
        if (command.GetValue(Resume) && command.GetValue(Out) is null)
            throw new UsageException("--resume needs --out: the folder of the run to continue.");
        if (command.GetValue(Verify) < 0)
            throw new UsageException($"--verify is {command.GetValue(Verify)}; a number of cases is needed.");
        RequirePositive(command.GetValue(Workers), Workers.Name);
        RunRequest request = Request(command, predictor, OpenData(command), folder) with
        {
            Resume = command.GetValue(Resume),
            Workers = command.GetValue(Workers),
            Sandbox = Tested(command.GetValue(Sandbox), command.GetValue(RequireSandbox)),
        };
        bool json = command.GetValue(Json);
        if (command.GetValue(Fast))
            return RunFast(request, command.GetResult(Verify) is { Implicit: false } ? command.GetValue(Verify) : FastSample, command.GetValue(Timings), json);
        OracleFile? oracle = command.GetValue(Oracle) is { } file ? OracleFile.Open(file) : null;
        using var interrupt = new Interrupt();
        var evaluation = new Evaluation(request) { Resumed = RunScreen.Print };
        RunSummary summary = RunScreen.Watch(report => evaluation.Run(report, interrupt.Token));
        foreach (string left in Stragglers.Sweep(TimeSpan.Zero))
            Console.Error.WriteLine($"note {left} is left; every verdict is known, and the next run removes what it can.");
        if (command.GetValue(Verify) > 0 && summary.Complete)
            VerifyCases(request, command.GetValue(Verify), interrupt.Token);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(summary, RunJson.Readable.RunSummary));
        else
            Print(RunFolder.Open(request.Folder), summary, command.GetValue(Timings));
        if (oracle is not null)
            PrintCeiling(OracleScore.Of(oracle, request.Package, request.Cases, request.Sequence), summary);
        return CodeFor(summary);
    }

    private static int RunFast(RunRequest request, int sample, bool timings, bool json)
    {
        if (request.Resume)
            throw new UsageException("--fast keeps nothing that could be resumed; leave --resume away.");
        using var interrupt = new Interrupt();
        var run = new FastRun(request);
        string? rejection = null;
        FastResult? result = RunScreen.Watch(report => run.Run(sample, report, out rejection, interrupt.Token));
        if (result is null)
        {
            Console.Error.WriteLine($"Rejected: {rejection}");
            return ExitCode.PredictorFailed;
        }
        result.Write(request.Folder);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(result with { Cases = [] }, FastJson.Readable.FastResult));
        else
            FastTables.Print(result, run, request.Folder);
        if (!json && timings && result.Timings is { } taken)
            TimingTables.Print(taken);
        return result.Score is null ? ExitCode.Incomplete : result.Verdicts.Keys.Any(verdict => verdict != nameof(Verdict.Accepted)) ? ExitCode.PredictorFailed : ExitCode.Good;
    }

    private static void Print(RunFolder folder, RunSummary summary, bool timings)
    {
        RunTables.Print(folder, summary, folder.ReadCases(folder.ReadManifest()));
        if (timings && folder.ReadTimings() is { } taken)
            TimingTables.Print(taken);
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
        $"oracle: {ceiling:F6}, bits {ScoreBits.Of(ceiling)}{(summary.Score is { } score ? $"; the predictor reaches {score / ceiling:P1} of it" : "")}"));

    internal static int CodeFor(RunSummary summary) => summary switch
    {
        { Rejected: not null } => ExitCode.PredictorFailed,
        { Complete: false } => ExitCode.Incomplete,
        _ when summary.Verdicts.Keys.Any(verdict => verdict != nameof(Verdict.Accepted)) => ExitCode.PredictorFailed,
        _ => ExitCode.Good,
    };

    /// <summary>What the options ask for that `run` and `plan` share.</summary>
    internal static RunRequest Request(ParseResult command, string predictor, DataPackage package, string folder)
    {
        if (!Path.Exists(predictor))
            throw new UsageException($"there is no file or folder {Path.GetFullPath(predictor)}; name the predictor's DLL, jar or source.");
        (string setName, IReadOnlyList<string> cases) = Cases(command, package);
        var limits = new Limits(command.GetValue(TimeLimit), command.GetValue(WallLimit), command.GetValue(MemoryLimit));
        RequirePositive(limits.CpuSeconds, TimeLimit.Name);
        RequirePositive(limits.WallSeconds, WallLimit.Name);
        RequirePositive(limits.MemoryMebibytes, MemoryLimit.Name);
        SandboxCommand.RequireLevel(command.GetValue(RequireSandbox), RequireSandbox.Name);
        return new RunRequest(predictor, package, setName, cases, Sequence(command.GetRequiredValue(Months)), folder, Workers: 1, limits)
        {
            Language = LanguageOf(command.GetValue(InLanguage)),
            RequiredSandbox = command.GetValue(RequireSandbox),
        };
    }

    internal static DataPackage OpenData(ParseResult command) =>
        DataPackage.Open(command.GetValue(Data) ?? throw new UsageException($"{Data.Name} is needed: the folder of the data package."));

    private static int RunShard(ParseResult command, string plan)
    {
        RequireNoneOf(command, Predictor, Set, Case, Out, Resume, Verify, TimeLimit, WallLimit, MemoryLimit, Sandbox, RequireSandbox, Months, InLanguage, Oracle, Json);
        RequirePositive(command.GetValue(Workers), Workers.Name);
        RunFolder folder = RunFolder.Open(plan);
        Shard shard = ShardOf(command.GetValue(Part));
        DataPackage package = DataPackage.Open(command.GetValue(Data) ?? folder.ReadManifest().Data.Folder);
        var run = new ShardRun(folder, shard, package, command.GetValue(Workers), sandbox: null, command.GetValue(Scratch)) { Resumed = RunScreen.Print };
        using var interrupt = new Interrupt();
        ShardResult result = RunScreen.Watch(report => run.Run(report, interrupt.Token));
        Console.Out.WriteLine($"shard {shard} of {folder.Path}: {result.Results.Count} of {result.Cases} cases have a result");
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
            throw new UsageException($"{Part.Name}: {wrong.Message}");
        }
    }

    /// <summary>What a plan says already can't be said again with other words.</summary>
    private static void RequireNoneOf(ParseResult command, params Symbol[] planned)
    {
        foreach (Symbol symbol in planned)
        {
            if (command.GetResult(symbol) is { Tokens.Count: > 0 } or OptionResult { Implicit: false })
                throw new UsageException($"{symbol.Name} can't be given with {Plan.Name}: the plan says what is run and how. Leave it out, or make another plan.");
        }
    }

    private static Language? LanguageOf(string? name) => name switch
    {
        null => null,
        "cs" => Language.CSharp,
        "vb" => Language.VisualBasic,
        "cpp" => Language.Cpp,
        "java" => Language.Java,
        _ => throw new UsageException($"--language is {name}; one of cs, vb, cpp and java was expected."),
    };

    private static TestedSandbox Tested(int most, int required)
    {
        SandboxCommand.RequireLevel(most, Sandbox.Name);
        TestedSandbox sandbox = TestedSandbox.Of(most);
        if (sandbox.ShortfallOf(required) is { } shortfall)
            throw new UsageException(shortfall);
        Console.Error.WriteLine($"sandbox: level {sandbox.Record.Level} ({string.Join("; ", sandbox.Record.Mechanisms)})");
        return sandbox;
    }

    private static (string Name, IReadOnlyList<string> Cases) Cases(ParseResult command, DataPackage package)
    {
        string[] chosen = command.GetValue(Case) ?? [];
        if (chosen.Length > 0)
            return ("cases", [.. chosen.Distinct().Order(StringComparer.Ordinal)]);
        string set = command.GetRequiredValue(Set);
        return DataPackage.IsSetName(set)
            ? (set, package.Set(set))
            : (Path.GetFileName(set), package.ReadSetFile(set));
    }

    private static CallingSequence Sequence(string months)
    {
        try
        {
            return CallingSequence.Parse(months);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"--months: {wrong.Message}");
        }
    }

    internal static void RequirePositive(double value, string option)
    {
        if (!(value > 0))
            throw new UsageException($"{option} is {value}; a number above 0 is needed.");
    }
}
