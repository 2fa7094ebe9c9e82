using System.CommandLine;
using System.CommandLine.Parsing;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;

namespace Evaluator.Cli.Commands;

/// <summary>What `run` can be told, and with it `plan`: the options, and what they ask for.</summary>
internal static class RunOptions
{
    /// <summary>As many as a large machine has cores.</summary>
    public const int MostWorkers = 1024;

    /// <summary>A TiB.</summary>
    public const int MostMebibytes = 1 << 20;

    public static readonly Argument<string?> Predictor = new("PREDICTOR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "The predictor, a class BostonRiskPredictor: a .NET DLL or a jar, or the source in C#, VB.NET, C++ or Java, "
            + "a file or a folder.",
    };

    public static readonly Option<string?> InLanguage = new("--language")
    {
        Description = "What the source is written in: cs, vb, cpp or java. [default: told by looking]",
    };

    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the data package. [with --plan: where it was planned]",
    };

    public static readonly Option<string> Set = new("--set")
    {
        Description = "Which cases: example, provisional, final, all, or a file with one block group a line.",
        DefaultValueFactory = _ => "all",
    };

    public static readonly Option<string[]> Case = new("--case") { Description = "One block group; may be repeated. Replaces --set." };

    public static readonly Option<string?> Out = new("--out") { Description = "Run folder; new or empty. [default: runs/UTCTIME-NAME]" };

    public static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Continue the run in --out: finished cases are kept, the rest is run. Starts it if there is none.",
    };

    public static readonly Option<int> Verify = new Option<int>("--verify")
    {
        Description = "Play this many random cases twice, and record in verify.json whether the bits are the same.",
    }.Within(0, 1_000_000);

    public static readonly Option<int> Workers = new Option<int>("--workers")
    {
        Description = "Cases at the same time.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.Within(1, MostWorkers);

    public static readonly Option<double> TimeLimit = Numbers.Seconds("--time-limit", "CPU seconds a case.", Limits.Official.CpuSeconds);

    public static readonly Option<double> WallLimit =
        Numbers.Seconds("--wall-limit", "Wall-clock seconds a case.", Limits.Official.WallSeconds);

    public static readonly Option<int> MemoryLimit = new Option<int>("--memory-limit")
    {
        Description = "MiB of memory a case.",
        DefaultValueFactory = _ => Limits.Official.MemoryMebibytes,
    }.Within(1, MostMebibytes);

    public static readonly Option<int?> CoreLimit = new Option<int?>("--core-limit")
    {
        Description = "The most cores that a case runs on at a time. [default: all that this process has]",
    }.Within(1, MostWorkers);

    public static readonly Option<int> Sandbox = new Option<int>("--sandbox")
    {
        Description = "The highest sandbox level to use, 3 to 0.",
        DefaultValueFactory = _ => SandboxMeans.Best,
    }.Within(0, SandboxMeans.Best);

    public static readonly Option<int> RequireSandbox = new Option<int>("--require-sandbox")
    {
        Description = "Run nothing (exit code 2) unless the sandbox was seen to hold this level; `evaluator sandbox` shows what it takes.",
    }.Within(0, SandboxMeans.Best);

    public static readonly Option<string> Months = new("--months")
    {
        Description = "Predict other months, as 5-8: receives 1 to 4, then alternates. Unofficial, but all its truth is in your hands.",
        DefaultValueFactory = _ => "9-12",
    };

    public static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Play what is missing of a run that `evaluator plan` wrote, or of all in a folder, in place of a PREDICTOR.",
    };

    public static readonly Option<string?> Part = new("--shard")
    {
        Description = "With --plan: the part to play; 3/8 is the third of eight. [default: 1/1]",
    };

    public static readonly Option<string?> Scratch = new("--scratch")
    {
        Description = "With --plan: a folder of this machine for the workers' files. [default: the run folder]",
    };

    public static readonly Option<bool> AllowEmpty = new("--allow-empty")
    {
        Description = "Run even where a predicted month has emergencies of which none can be placed: all predictions of it score 0.",
    };

    public static readonly Option<string?> Oracle = new("--oracle")
    {
        Description = "The oracle that `generate` wrote beside a synthetic city: says how far below the ceiling the predictor is.",
    };

    public static readonly Option<bool> Fast = new("--fast")
    {
        Description =
            "For your own work, unofficial: many cases in one process, so statics live on; a sample (--verify, 2 unless given) is played "
            + "again properly.",
    };

    public static readonly Option<bool> Debug = new("--debug")
    {
        Description =
            "With one --case, unofficial: waits until a debugger is attached to the predictor, and plays without sandbox and limits.",
    };

    public static readonly Option<bool> Timings = new("--timings")
    {
        Description = "Print where the time went; timings.json in the run folder has it in any case.",
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the summary as JSON, and nothing else, on standard output.",
    };

    public static readonly Option<bool> FailFast = new("--fail-fast")
    {
        Description = "Stop at the first case that is not Accepted; what is finished is kept.",
    };

    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Print the score alone, and no progress." };

    public static readonly Option<string?> Junit = new("--junit")
    {
        Description = "Write the cases as tests to this file, in the form of JUnit, which CI servers show.",
    };

    public static readonly Option<string?> Markdown = new("--markdown")
    {
        Description = "Write the result to this file as Markdown, for a comment or a job's summary; - is standard output.",
    };

    /// <summary>What the options ask for that `run` and `plan` share.</summary>
    public static RunRequest Request(ParseResult command, string predictor, DataPackage package, string folder)
    {
        RequirePredictor(predictor);
        (string setName, IReadOnlyList<string> cases) = Cases(command, package);
        var limits = new Limits(
            command.GetValue(TimeLimit), command.GetValue(WallLimit), command.GetValue(MemoryLimit), command.GetValue(CoreLimit));
        return new RunRequest(predictor, package, setName, cases, Sequence(command.GetRequiredValue(Months)), folder, Workers: 1, limits)
        {
            Language = LanguageOf(command.GetValue(InLanguage)),
            RequiredSandbox = command.GetValue(RequireSandbox),
            EmptyMonths = command.GetValue(AllowEmpty) ? EmptyMonths.Allowed : EmptyMonths.Refused,
        };
    }

    /// <exception cref="UsageException">It is not there, or may not be read.</exception>
    public static void RequirePredictor(string predictor)
    {
        if (!Path.Exists(predictor))
            throw new UsageException($"there is no file or folder {Path.GetFullPath(predictor)}; name the predictor's DLL, jar or source.");
        RequireReadable(predictor);
        if (Directory.Exists(predictor))
            RequireSources(predictor);
    }

    /// <summary>A folder is handed in for its sources; a binary in it is named by itself.</summary>
    private static void RequireSources(string folder)
    {
        const int mostShown = 3;
        var within = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };
        List<string> binaries = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*", within))
        {
            if (SourceFiles.LanguageOf(file) is not null)
                return;
            if (SourceFiles.IsBinary(file))
                binaries.Add(Path.GetRelativePath(folder, file));
        }
        if (binaries.Count > 0)
            throw new UsageException(
                $"{folder} holds no source; found {string.Join(", ", binaries.Order(StringComparer.Ordinal).Take(mostShown))}"
                + $"{(binaries.Count > mostShown ? $" and {binaries.Count - mostShown} more" : "")}: name the file, "
                + $"{Path.Combine(folder, binaries.Min(StringComparer.Ordinal)!)}.");
    }

    /// <summary>Told before anything runs: nothing can be resumed of a predictor that this user may not read.</summary>
    private static void RequireReadable(string predictor)
    {
        try
        {
            if (Directory.Exists(predictor))
                _ = Directory.EnumerateFileSystemEntries(predictor).Any();
            else
                File.OpenHandle(predictor).Dispose();
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{Path.GetFullPath(predictor)} may not be read by this user; make it readable, or run as its owner.");
        }
    }

    public static DataPackage OpenData(ParseResult command) =>
        DataPackage.Open(command.GetValue(Data) ?? throw new UsageException($"{Data.Name} is needed: the folder of the data package."));

    public static Language? LanguageOf(string? name) => name switch
    {
        null => null,
        "cs" => Language.CSharp,
        "vb" => Language.VisualBasic,
        "cpp" => Language.Cpp,
        "java" => Language.Java,
        _ => throw new UsageException($"--language is {name}; one of cs, vb, cpp and java was expected."),
    };

    /// <summary>The best sandbox that is allowed.</summary>
    public static TestedSandbox Tested(ParseResult command)
    {
        OpenFiles.RequireFor(command.GetValue(Workers));
        return TestedSandbox.Of(command.GetValue(Sandbox));
    }

    /// <summary>Sees that the sandbox holds what is required, and says what it is.</summary>
    public static TestedSandbox Required(ParseResult command, TestedSandbox sandbox)
    {
        if (sandbox.ShortfallOf(command.GetValue(RequireSandbox)) is { } shortfall)
            throw new UsageException(shortfall);
        Screen.SayOnError($"sandbox: level {sandbox.Record.Level} ({string.Join("; ", sandbox.Record.Mechanisms)})");
        return sandbox;
    }

    private static readonly string[] SetNames = ["example", "provisional", "final", "all"];

    private static (string Name, IReadOnlyList<string> Cases) Cases(ParseResult command, DataPackage package)
    {
        string[] chosen = command.GetValue(Case) ?? [];
        if (chosen.Length > 0)
            return ("cases", [.. chosen.Distinct().Order(StringComparer.Ordinal)]);
        string set = command.GetRequiredValue(Set);
        if (DataPackage.IsSetName(set))
            return (set, package.Set(set));
        if (!Path.Exists(set))
        {
            throw new UsageException(
                $"{Set.Name} is {set}: neither a set{NearestWord.Meant(set, SetNames)} nor a file. Sets are "
                    + $"{string.Join(", ", SetNames)}.");
        }
        return (Path.GetFileName(set), package.ReadSetFile(set));
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
}
