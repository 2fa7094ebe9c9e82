using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Harness;

/// <summary>A run of a predictor over a small package, in a run folder that goes with it.</summary>
internal sealed class FinishedRun : IDisposable
{
    /// <summary>Long enough for a case on a busy machine, short enough for a test that passes them.</summary>
    public static readonly Limits ShortLimits = new(CpuSeconds: 8, WallSeconds: 16, MemoryMebibytes: 256);

    private FinishedRun(string folder, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        Folder = folder;
        Summary = summary;
        Results = results;
    }

    public string Folder { get; }

    public RunSummary Summary { get; }

    public IReadOnlyList<CaseResult> Results { get; }

    public static FinishedRun Of(
        string predictor, DataPackage package, int workers = 1, Limits? limits = null, CallingSequence? sequence = null)
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("finished-run-").FullName, "run");
        IReadOnlyList<string> cases = package.Set("example");
        var request = new RunRequest(predictor, package, "example", cases, sequence ?? CallingSequence.Official, folder, workers, limits
            ?? Limits.Official);
        RunSummary summary = new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken);
        RunFolder written = RunFolder.Open(folder);
        return new FinishedRun(folder, summary, written.ReadCases());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
