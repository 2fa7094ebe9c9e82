using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Evaluator.Cli.Screens;
using Evaluator.Contest;
using Evaluator.Contest.Oracle;
using Evaluator.Harness;
using Evaluator.Harness.Languages;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Sandbox;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator run</c>: one predictor over a set of cases.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Predictor = new("PREDICTOR")
    {
        Description = "The predictor, a class BostonRiskPredictor: a .NET DLL or a jar, or the source in C#, VB.NET, C++ or Java, a file or a folder.",
    };

    private static readonly Option<string?> InLanguage = new("--language") { Description = "What the source is written in: cs, vb, cpp or java. [default: told by looking]" };

    private static readonly Option<string> Data = new("--data") { Description = "Folder of the data package.", Required = true };

    private static readonly Option<string> Set = new("--set")
    {
        Description = "Which cases: example, provisional, final, all, or a file with one block group a line.",
        DefaultValueFactory = _ => "all",
    };

    private static readonly Option<string[]> Case = new("--case") { Description = "One block group; may be repeated. Replaces --set." };

    private static readonly Option<string?> Out = new("--out") { Description = "Run folder; new or empty. [default: runs/UTCTIME-NAME]" };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Continue the run in --out: finished cases are kept, the rest is run. Starts it if there is none." };

    private static readonly Option<int> Verify = new("--verify") { Description = "Play this many random cases twice, and record in verify.json whether the bits are the same." };

    private static readonly Option<int> Workers = new("--workers") { Description = "Cases at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };

    private static readonly Option<double> TimeLimit = new("--time-limit") { Description = "CPU seconds a case.", DefaultValueFactory = _ => Limits.Official.CpuSeconds };

    private static readonly Option<double> WallLimit = new("--wall-limit") { Description = "Wall-clock seconds a case.", DefaultValueFactory = _ => Limits.Official.WallSeconds };

    private static readonly Option<int> MemoryLimit = new("--memory-limit") { Description = "MiB of memory a case.", DefaultValueFactory = _ => Limits.Official.MemoryMebibytes };

    private static readonly Option<int> Sandbox = new("--sandbox") { Description = "The highest sandbox level to use, 3 to 0.", DefaultValueFactory = _ => 3 };

    private static readonly Option<int> RequireSandbox = new("--require-sandbox")
    {
        Description = "Run nothing (exit code 2) unless the sandbox was seen to hold this level; `evaluator sandbox` shows what it takes.",
    };

    private static readonly Option<string> Months = new("--months")
    {
        Description = "Predict other months, as 5-8: receives 1 to 4, then alternates. Unofficial, but all its truth is in your hands.",
        DefaultValueFactory = _ => "9-12",
    };

    private static readonly Option<string?> Oracle = new("--oracle")
    {
        Description = "The oracle that `generate` wrote beside a synthetic city: says how far below the ceiling the predictor is.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON, and nothing else, on standard output." };

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

            Exit codes: 0 all cases Accepted; 1 the predictor failed in some case or was Rejected; 2 wrong usage or unusable
            data, nothing ran; 3 incomplete (faults of the harness, Ctrl-C, full disk).
            """)
        {
            Predictor, InLanguage, Data, Set, Case, Out, Workers, TimeLimit, WallLimit, MemoryLimit, Sandbox, RequireSandbox, Months, Oracle, Resume, Verify, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult command)
    {
        RunRequest request = Request(command);
        bool json = command.GetValue(Json);
        OracleFile? oracle = command.GetValue(Oracle) is { } file ? OracleFile.Open(file) : null;
        using var interrupt = new Interrupt();
        RunSummary summary = RunScreen.Watch(request, interrupt.Token);
        if (command.GetValue(Verify) > 0 && summary.Complete)
            VerifyCases(request, command.GetValue(Verify), interrupt.Token);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(summary, RunJson.Readable.RunSummary));
        else
            Print(RunFolder.Open(request.Folder), summary);
        if (oracle is not null)
            PrintCeiling(OracleScore.Of(oracle, request.Package, request.Cases, request.Sequence), summary);
        return CodeFor(summary);
    }

    private static void Print(RunFolder folder, RunSummary summary) => RunTables.Print(folder, summary, folder.ReadCases(folder.ReadManifest()));

    private static void VerifyCases(RunRequest request, int count, CancellationToken cancel)
    {
        Console.Error.WriteLine($"playing {Math.Min(count, request.Cases.Count)} cases a second time");
        RunFolder folder = RunFolder.Open(request.Folder);
        Verification.Of(Replay.Of(folder, request.Predictor, request.Package), folder, count, request.Workers, cancel);
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

    private static RunRequest Request(ParseResult command)
    {
        string predictor = command.GetRequiredValue(Predictor);
        if (!Path.Exists(predictor))
            throw new UsageException($"there is no file or folder {Path.GetFullPath(predictor)}; name the predictor's DLL, jar or source.");

        DataPackage package = DataPackage.Open(command.GetRequiredValue(Data));
        (string setName, IReadOnlyList<string> cases) = Cases(command, package);
        string name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(predictor));
        string folder = command.GetValue(Out) ?? Path.Combine("runs", $"{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{name}");
        var limits = new Limits(command.GetValue(TimeLimit), command.GetValue(WallLimit), command.GetValue(MemoryLimit));
        if (command.GetValue(Resume) && command.GetValue(Out) is null)
            throw new UsageException("--resume needs --out: the folder of the run to continue.");
        if (command.GetValue(Verify) < 0)
            throw new UsageException($"--verify is {command.GetValue(Verify)}; a number of cases is needed.");
        RequirePositive(command.GetValue(Workers), Workers.Name);
        RequirePositive(limits.CpuSeconds, TimeLimit.Name);
        RequirePositive(limits.WallSeconds, WallLimit.Name);
        RequirePositive(limits.MemoryMebibytes, MemoryLimit.Name);
        return new RunRequest(predictor, package, setName, cases, Sequence(command.GetRequiredValue(Months)), folder, command.GetValue(Workers), limits,
            command.GetValue(Resume))
        {
            Language = LanguageOf(command.GetValue(InLanguage)),
            Sandbox = Tested(command.GetValue(Sandbox), command.GetValue(RequireSandbox)),
        };
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
        SandboxCommand.RequireLevel(required, RequireSandbox.Name);
        TestedSandbox sandbox = TestedSandbox.Of(most);
        if (sandbox.Record.Level < required)
        {
            IEnumerable<string> broken = sandbox.Record.Promises.Where(promise => !promise.Held).Select(promise => promise.Name);
            throw new UsageException($"the sandbox holds level {sandbox.Record.Level}, and level {required} is required; nothing ran. "
                + $"Not held: {string.Join(", ", broken)}. {string.Join(" ", sandbox.Record.NextLevel)}");
        }
        Console.Error.WriteLine($"sandbox: level {sandbox.Record.Level} ({string.Join("; ", sandbox.Record.Mechanisms)})");
        return sandbox;
    }

    private static (string Name, IReadOnlyList<string> Cases) Cases(ParseResult command, DataPackage package)
    {
        string[] chosen = command.GetValue(Case) ?? [];
        if (chosen.Length > 0)
            return ("cases", [.. chosen.Distinct().Order(StringComparer.Ordinal)]);
        string set = command.GetRequiredValue(Set);
        return set is "example" or "provisional" or "final" or "all"
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

    private static void RequirePositive(double value, string option)
    {
        if (!(value > 0))
            throw new UsageException($"{option} is {value}; a number above 0 is needed.");
    }
}
