using Evaluator.Confinement;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>Plays cases of a run: those that have no result yet. Each result is on disk before the next case of its lane starts.</summary>
/// <param name="part">What the results name as the part that they were played in.</param>
/// <param name="listing">What the package's files were when they were listed just now.</param>
internal sealed class RunPlayer(RunFolder folder, string part, DataPackage package, DataListing listing, TestedSandbox sandbox)
{
    private readonly Lock gate = new();
    private readonly MachineRecord here = MachineRecord.Here();
    private readonly CodeRecord? otherEvaluator = OtherThan(folder.ReadManifest().Code);
    private int done;

    /// <param name="scratchFolder">Where the workers' files go meanwhile.</param>
    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="clock">Of the calling thread; gets what the cases took.</param>
    /// <returns>How many cases were played.</returns>
    /// <exception cref="IOException">A result could not be kept; those before it are.</exception>
    public int PlayMissing(
        IReadOnlyList<string> cases, Submission submission, StaticTables tables, string scratchFolder, int workers, StageClock clock,
        Action<RunProgress> report,
        CancellationToken cancel)
    {
        string[] missing = Missing(cases);
        if (missing.Length > 0)
            Lanes(missing.Length, report).Play(missing, submission, tables, scratchFolder, workers, clock, cancel);
        return done;
    }

    /// <summary>The same with what workers need laid out before.</summary>
    /// <exception cref="IOException">A result could not be kept; those before it are.</exception>
    public void PlayMissing(
        IReadOnlyList<string> cases, StagedRun staged, int workers, StageClock clock, Action<RunProgress> report, CancellationToken cancel)
    {
        string[] missing = Missing(cases);
        if (missing.Length > 0)
            Lanes(missing.Length, report).Play(missing, staged, workers, clock, cancel);
    }

    private string[] Missing(IReadOnlyList<string> cases) => [.. cases.Where(caseId => !folder.HasResult(caseId))];

    private CaseLanes Lanes(int missing, Action<RunProgress> report)
    {
        RunManifest manifest = folder.ReadManifest();
        CallingSequence sequence = CallingSequence.Parse(manifest.Months);
        return new CaseLanes(
            new CaseSource(package, sequence, manifest.Limits), new DataWatch(package, listing, sequence), sandbox,
            outcome =>
            {
                outcome = outcome with { Result = outcome.Result with { PlayedOn = Now() } };
                Conflict? conflict = folder.Write(outcome);
                lock (gate)
                    report(new RunProgress.Played(++done, missing, outcome.Result, outcome.Predictions, conflict));
            },
            (fault, last) =>
            {
                folder.Write(fault);
                if (!last)
                    return;
                lock (gate)
                    report(new RunProgress.GivenUp(++done, missing, fault));
            });
    }

    private PlayedOn Now() =>
        new(here.Host, here.Cpu, here.VectorBits, sandbox.Record.Level, part, DateTimeOffset.UtcNow, otherEvaluator);

    private static CodeRecord? OtherThan(CodeRecord begunBy)
    {
        CodeRecord here = CodeRecord.Here();
        return here == begunBy ? null : here;
    }
}
