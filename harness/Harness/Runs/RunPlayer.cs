using Evaluator.Confinement;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>Plays a shard of a run: those of its cases that have no result yet. Each result is on disk before the next case of its lane starts.</summary>
internal sealed class RunPlayer(RunFolder folder, Shard shard, DataPackage package, TestedSandbox sandbox, int workers, string? scratchFolder)
{
    private readonly Lock gate = new();
    private readonly MachineRecord here = MachineRecord.Here();
    private int done;

    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="clock">Of the calling thread; gets what the cases took.</param>
    /// <returns>How many cases were played.</returns>
    /// <exception cref="IOException">A result could not be kept; those before it are.</exception>
    public int PlayMissing(Submission submission, StaticTables tables, StageClock clock, Action<RunProgress> report, CancellationToken cancel)
    {
        RunManifest manifest = folder.ReadManifest();
        string[] missing = [.. Dealing.Of(manifest, shard).Where(blockGroup => !folder.HasResult(blockGroup))];
        void Report(CaseResult? result, IReadOnlyList<double[]> predictions, FaultRecord? fault, Conflict? conflict)
        {
            lock (gate)
                report(new RunProgress(++done, missing.Length, result, predictions, fault, conflict));
        }
        var lanes = new CaseLanes(
            package, CallingSequence.Parse(manifest.Months), manifest.Limits, sandbox,
            outcome =>
            {
                outcome = outcome with { Result = outcome.Result with { PlayedOn = Now() } };
                Conflict? conflict = folder.Write(outcome);
                Report(outcome.Result, outcome.Predictions, null, conflict);
            },
            (fault, last) =>
            {
                folder.Write(fault);
                if (last)
                    Report(null, [], fault, null);
            });
        if (missing.Length > 0)
            lanes.Play(missing, submission, tables, scratchFolder ?? folder.Path, workers, clock, cancel);
        return done;
    }

    private PlayedOn Now() => new(here.Host, here.Cpu, here.VectorBits, sandbox.Record.Level, shard.ToString(), DateTimeOffset.UtcNow);
}
