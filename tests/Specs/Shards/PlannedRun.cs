using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Shards;

/// <summary>
/// SmoothedRate over eight small cases, planned once and run once on one machine; every spec gets a copy of the plan to play.
/// </summary>
public sealed class PlannedRun : IDisposable
{
    public const int CaseCount = 8;

    private readonly string root = Directory.CreateTempSubdirectory("planned-run-").FullName;
    private readonly SmallPackage package = SmallPackage.OfDifferentCases(CaseCount);
    private readonly string plan, played, whole;
    private int copies;

    public PlannedRun()
    {
        plan = Path.Combine(root, "plan");
        played = Path.Combine(root, "played");
        whole = Path.Combine(root, "whole");
        new Evaluation(Request(plan)).Plan(CancellationToken.None);
        FolderCopy.Make(plan, played);
        Play(RunFolder.Open(played), "1/1");
        new Evaluation(Request(whole) with { Workers = 2 }).Run(_ => { }, CancellationToken.None);
    }

    public RunManifest Manifest => RunFolder.Open(plan).ReadManifest();

    public string PackageFolder => package.Folder;

    /// <summary>The summary of the run on one machine, byte for byte.</summary>
    public string WholeSummary => File.ReadAllText(Path.Combine(whole, "summary.json"));

    public DataPackage OpenPackage() => package.Open();

    public RunRequest Request(string folder) => new(
        EvaluatorProgram.Predictor("SmoothedRate"), package.Open(), "example", package.Open().Set("example"), CallingSequence.Official,
            folder, Workers: 1, Limits.Official);

    public string NewFolder() => Path.Combine(root, $"folder-{++copies}");

    /// <summary>The run on one machine: the same cases under another manifest.</summary>
    public RunFolder Whole => RunFolder.Open(whole);

    /// <summary>A plan nobody has played yet.</summary>
    public RunFolder Copy() => Copy(plan);

    /// <summary>The plan with all its cases played, and not merged.</summary>
    public RunFolder CopyPlayed() => Copy(played);

    public RunFolder Copy(string folder)
    {
        string copy = NewFolder();
        FolderCopy.Make(folder, copy);
        return RunFolder.Open(copy);
    }

    public string CopyOfPackage()
    {
        string copy = NewFolder();
        FolderCopy.Make(package.Folder, copy);
        return copy;
    }

    public ShardResult Play(RunFolder folder, string shard, string? data = null) =>
        new ShardRun(folder, Shard.Parse(shard), data is null ? package.Open() : DataPackage.Open(data), workers: 2).Run(_ => { },
            CancellationToken.None);

    public void Dispose()
    {
        Directory.Delete(root, recursive: true);
        package.Dispose();
    }
}
