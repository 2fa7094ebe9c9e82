using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Runs;

/// <summary>
/// A finished run of SmoothedRate over three small cases. It is played once; every spec gets a copy of its folder to spoil.
/// </summary>
public sealed class RunOnDisk : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("run-on-disk-").FullName;
    private readonly SmallPackage package = SmallPackage.OfDifferentCases(3);
    private int copies;

    public RunOnDisk()
    {
        Folder = Path.Combine(root, "run");
        Summary = Play(Request(Folder));
    }

    public static IReadOnlyList<string> Cases { get; } = ["250250000001", "250250000002", "250250000003"];

    public string Folder { get; }

    public string PackageFolder => package.Folder;

    public RunSummary Summary { get; }

    public static RunSummary Play(
        RunRequest request, Action<ResumedRun>? resumed = null, Action<RunProgress>? report = null, CancellationToken? cancel = null) =>
        new Evaluation(request) { Resumed = resumed }.Run(report ?? (_ => { }), cancel ?? TestContext.Current.CancellationToken);

    public RunRequest Request(string folder) => new(
        EvaluatorProgram.Predictor("SmoothedRate"), package.Open(), "example", Cases, CallingSequence.Official, folder, Workers: 2,
            Limits.Official);

    public string NewFolder() => Path.Combine(root, $"copy-{++copies}");

    public string Copy()
    {
        string copy = NewFolder();
        FolderCopy.Make(Folder, copy);
        return copy;
    }

    /// <summary>A copy of the data package, to change.</summary>
    public string CopyOfPackage()
    {
        string copy = NewFolder();
        FolderCopy.Make(package.Folder, copy);
        return copy;
    }

    /// <summary>All files but timings.json, which says how long it took and so is never the same.</summary>
    public static Dictionary<string, string> Contents(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "timings.json")
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>Everything but what belongs to the case.</summary>
    internal static Dictionary<string, string> ContentsWithout(string folder, string blockGroup) =>
        Contents(folder).Where(file => !file.Key.Contains(blockGroup) && !file.Key.StartsWith("damaged", StringComparison.Ordinal))
            .ToDictionary();

    internal CaseResult Result(string blockGroup) => RunFolder.Open(Folder).ReadCase(blockGroup)!;

    public void Dispose()
    {
        Directory.Delete(root, recursive: true);
        package.Dispose();
    }
}
