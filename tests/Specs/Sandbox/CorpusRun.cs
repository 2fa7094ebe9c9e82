using System.Collections.Concurrent;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>Every hostile predictor, evaluated once with the same means of confinement, several at a time.</summary>
internal sealed class CorpusRun
{
    /// <summary>A third of the fixtures sleeps or waits: more lanes than cores keep those short.</summary>
    private const int Lanes = 4;

    /// <summary>
    /// Time limits are short, so that a loop ends soon; memory is the contest's, which fixtures of 900 and 1,100 MiB are made for.
    /// </summary>
    private static readonly Limits ShortTimes = new(CpuSeconds: 3, WallSeconds: 8, MemoryMebibytes: 1024);

    /// <summary>
    /// Filling a gigabyte page by page can take seconds of CPU on a busy virtual machine: over 3 of them have been seen at 890 MiB.
    /// </summary>
    private static readonly Limits LongTimes = Limits.Official;

    /// <summary>
    /// A machine that is too busy to give a worker its time faults the case, and is right; then there is more time. Who sleeps has met the
    /// short limit before.
    /// </summary>
    private static readonly double[] Patience = [1, 8, 40];

    private readonly ConcurrentDictionary<string, IReadOnlyList<CaseResult>> results = new();
    private readonly ConcurrentDictionary<string, string> consoles = new();

    private CorpusRun(TestedSandbox sandbox) => Sandbox = sandbox;

    public TestedSandbox Sandbox { get; }

    /// <summary>Files that were in the run folders when the runs had ended, and have no business there.</summary>
    public ConcurrentBag<string> Leftovers { get; } = [];

    public static CorpusRun Of(TestedSandbox sandbox, IEnumerable<Fixture> fixtures)
    {
        var run = new CorpusRun(sandbox);
        Parallel.ForEach(fixtures, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, fixture => run.Play(fixture));
        return run;
    }

    /// <summary>One result, or two for fixtures that try to leave something to the next case.</summary>
    public IReadOnlyList<CaseResult> ResultsOf(string fixture) => results[fixture];

    /// <summary>What the predictor printed in its first case.</summary>
    public string ConsoleOf(string fixture) => consoles[fixture];

    /// <summary>What a fixture says it could do and should not have been able to; null for nothing.</summary>
    public string? BreachOf(string fixture) => ResultsOf(fixture).Select(result => result.Detail)
        .FirstOrDefault(detail => detail?.Contains("BREACH", StringComparison.Ordinal) == true);

    private static string Faults(RunFolder run) =>
        string.Join(" ", Directory.EnumerateFiles(Path.Combine(run.Path, "faults")).Select(File.ReadAllText));

    private void Play(Fixture fixture)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(fixture.Holds == "no-state" ? 2 : 1);
        string folder = Directory.CreateTempSubdirectory("corpus-").FullName;
        try
        {
            foreach (double patience in Patience)
            {
                if (Plays(fixture, package.Open(), Path.Combine(folder, $"run-{patience}"), patience) is not { } fault)
                    return;
                if (patience == Patience[^1])
                    throw new InvalidOperationException($"{fixture.Name}: {fault}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Why not all cases have a result; null where they have.</returns>
    private string? Plays(Fixture fixture, DataPackage data, string folder, double patience)
    {
        bool fillsMemory = fixture.Name.Contains("MiB", StringComparison.Ordinal)
            || (fixture.Verdicts.Contains("MemoryLimit") && !fixture.Verdicts.Contains("TimeLimit"));
        Limits limits = fillsMemory ? LongTimes : ShortTimes;
        var request = new RunRequest(fixture.Dll, data, "example", data.Set("example"), CallingSequence.Official, folder, Workers: 1,
            limits with { WallSeconds = limits.WallSeconds * patience })
        {
            Sandbox = Sandbox,
        };
        _ = new Evaluation(request).Run(_ => { }, CancellationToken.None);
        RunFolder run = RunFolder.Open(request.Folder);
        IReadOnlyList<CaseResult> played = run.ReadCases();
        foreach (string left in Directory.EnumerateFileSystemEntries(run.Path)
            .Where(path => Path.GetFileName(path).StartsWith("scratch", StringComparison.Ordinal)))
            Leftovers.Add($"{fixture.Name}: {left}");
        if (played.Count != request.Cases.Count)
            return $"{played.Count} of {request.Cases.Count} cases have a result. {Faults(run)}";
        results[fixture.Name] = played;
        string console = Path.Combine(run.Path, "console", request.Cases[0] + ".txt");
        consoles[fixture.Name] = File.Exists(console) ? File.ReadAllText(console) : "";
        return null;
    }
}
