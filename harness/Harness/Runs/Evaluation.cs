using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// One run: a submission over a list of cases. It is planned, its shards are played, and their results are merged; on one machine that is
/// one shard. Results are on disk as they end, and the summary is made from those files alone, so a run that was interrupted and
/// continued, or played by many machines, gives the same one.
/// </summary>
public sealed class Evaluation(RunRequest request)
{
    private readonly TestedSandbox sandbox = request.Sandbox ?? TestedSandbox.Of();

    /// <summary>Told before the first case what was found, where the run continues one.</summary>
    public Action<ResumedRun>? Resumed { get; init; }

    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="cancel">Stops the run: what is finished is kept.</param>
    /// <exception cref="PackageException">The data can't be used; nothing ran.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run the submission's language; nothing ran.</exception>
    /// <exception cref="RunFolderException">The run folder can't be used, or not be continued with this request; nothing ran.</exception>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public RunSummary Run(Action<RunProgress> report, CancellationToken cancel)
    {
        var clock = new StageClock();
        DataListing listing = ListData();
        using StaticTables tables = RequireData();
        clock.Lap(Stage.Check);
        Submission? submission = Open(cancel, out string? rejection);
        clock.Lap(Stage.Submission);
        RunFolder folder = Plan(submission, rejection, listing, tables, sandbox);
        clock.Lap(Stage.Record);
        RunManifest manifest = folder.ReadManifest();
        int played = submission is null
            ? 0
            : new RunPlayer(folder, $"{Shard.Whole}", request.Package, listing, sandbox).PlayMissing(
                Dealing.Of(manifest, Shard.Whole), submission, tables, folder.Path, request.Workers, clock, report, cancel);
        RunSummary summary = RunSummary.Of(manifest, folder.ReadCases());
        folder.Write(summary);
        clock.Lap(Stage.Summary);
        if (played > 0)
            folder.Write(RunTimings.Of(played, request.Workers, clock));
        return summary;
    }

    /// <summary>Writes down what is to be run, and what it takes to run it anywhere: shards of it can be played then.</summary>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run the submission's language.</exception>
    /// <exception cref="RunFolderException">The run folder can't be used.</exception>
    public RunFolder Plan(CancellationToken cancel)
    {
        DataListing listing = ListData();
        using StaticTables tables = RequireData();
        Submission? submission = Open(cancel, out string? rejection);
        RunFolder folder = Plan(submission, rejection, listing, tables, confinement: null);
        new DataWatch(request.Package, listing, request.Sequence).RequireTables();
        return folder;
    }

    /// <summary>Before anything is read: what is not read as it is listed is noticed (<see cref="DataWatch"/>).</summary>
    private DataListing ListData()
    {
        try
        {
            return DataListing.Of(request.Package, request.Cases, request.Sequence);
        }
        catch (PackageException)
        {
            // Which names all that is wrong, where a file that can't be opened is not all, and in the words of `check`.
            request.Package.RequireRunnable(request.Cases, request.Sequence, request.EmptyMonths);
            throw;
        }
    }

    private StaticTables RequireData()
    {
        request.Package.RequireRunnable(request.Cases, request.Sequence, request.EmptyMonths);
        return request.Package.ReadStaticTables(request.Sequence);
    }

    private Submission? Open(CancellationToken cancel, out string? rejection) =>
        Submission.Open(request.Predictor, request.Language, new Workshop(sandbox.Means, request.CompilationLimits, cancel), out rejection);

    private RunFolder Plan(
        Submission? submission, string? rejection, DataListing listing, StaticTables tables, TestedSandbox? confinement)
    {
        RunManifest asked = new()
        {
            Submission = SubmissionRecord.Of(request.Predictor, submission, rejection),
            Data = listing.RecordOf(request.Package.Folder),
            Code = CodeRecord.Here(),
            Set = request.SetName,
            Months = RunManifest.MonthsOf(request.Sequence),
            Official = request.Sequence.IsOfficial,
            Limits = request.Limits,
            Sandbox = confinement?.Record,
            Machine = MachineRecord.Here(),
            StartedUtc = DateTimeOffset.UtcNow,
            Cases = request.Cases,
            Costs = request.Costs.Count > 0 ? request.Costs : CaseCosts.ByLocations(request.Package, request.Cases),
            RequiredSandbox = request.RequiredSandbox,
            OpenCases = [.. request.Package.OpenCases.Intersect(request.Cases)],
            DataNotes = request.Package.Notes,
            ForeclosureRowsLeftOut = tables.ForeclosureRowsLeftOut,
        };
        if (request.Resume && RunFolder.Exists(request.Folder))
            return Continue(asked);
        ClosureFile[] inputs = [new(DataListing.File, listing.Content), .. submission is null ? [] : SubmissionCopy.Of(submission)];
        return RunStart.Create(request.Folder, asked, inputs, adopt: request.Resume);
    }

    /// <summary>Opens the run there is, if it is the one that is asked for, and makes its folder sound.</summary>
    private RunFolder Continue(RunManifest asked)
    {
        RunFolder folder = RunFolder.Open(request.Folder);
        RunManifest begun = folder.ReadManifest();
        IReadOnlyList<string> differences = ManifestDifferences.OfContinued(begun, asked);
        if (differences.Count > 0)
        {
            string anew = begun.Code.ScorerVersion == asked.Code.ScorerVersion
                ? ""
                : $"\nTo keep what was played: `evaluator rescore {folder.Path} --out NEW`,\nthen `--out NEW --resume`.";
            throw new RunFolderException(
                $"{folder.Path} can't be resumed, because its results would not belong together; nothing was touched. Changed since:\n  "
                + string.Join("\n  ", differences) + "\nRestore what changed, or choose another --out for a new run." + anew);
        }
        Leftovers.Remove(folder.Path);
        RunInspection found = folder.Inspect();
        folder.SetAside(found.Damages);
        Resumed?.Invoke(new ResumedRun(
            found.Results.Count, asked.Cases.Count, found.Damages, begun.Code == asked.Code ? null : begun.Code));
        return folder;
    }
}
