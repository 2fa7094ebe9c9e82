using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// The evaluations that this worker is at, each with a run folder of its own. What it takes to play a case (the submission compiled, data
/// and code compared with the plan, tables laid out for workers) is made once and kept for the next shards: shards are small, and teams
/// take turns.
/// </summary>
internal sealed class OpenRuns(string root, SubmissionShelf submissions, PackageShelf packages, WorkBoard board, TestedSandbox sandbox)
    : IDisposable
{
    /// <summary>Each keeps a copy of the tables on disk, 60 MB on the real data, and a predictor of at most 1 MB.</summary>
    private const int MostKept = 8;

    private readonly Dictionary<string, OpenRun> open = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long uses;

    public string FolderOf(EvaluationOrder evaluation) => Path.Combine(root, evaluation.Id);

    /// <summary>The run, ready to play; made so first where it is not.</summary>
    public OpenRun Take(Lease lease, CancellationToken cancel)
    {
        OpenRun run;
        lock (gate)
        {
            if (!open.TryGetValue(lease.Evaluation.Id, out run!))
                open.Add(lease.Evaluation.Id, run = new OpenRun(this));
            run.Uses++;
            run.LastUse = ++uses;
        }
        try
        {
            run.RequireReady(() => Open(lease, cancel));
            return run;
        }
        catch
        {
            GiveBack(run, isBroken: true);
            throw;
        }
    }

    /// <summary>The run folder with the files that the board has for the job; what is there already is not fetched again.</summary>
    public RunFolder Complete(Lease lease)
    {
        string folder = FolderOf(lease.Evaluation);
        foreach (string name in RunFolder.Rooms)
            Directory.CreateDirectory(Path.Combine(folder, name));
        foreach (RunFile file in board.Files(lease))
            FetchedFile.Require(board, lease, folder, file);
        return RunFolder.Open(folder);
    }

    /// <summary>The evaluation has ended: nothing of it is needed here any more.</summary>
    public void Forget(EvaluationOrder evaluation)
    {
        lock (gate)
        {
            if (open.Remove(evaluation.Id, out OpenRun? run))
                run.Retire();
        }
        if (Directory.Exists(FolderOf(evaluation)))
            Directory.Delete(FolderOf(evaluation), recursive: true);
    }

    public void GiveBack(OpenRun run, bool isBroken = false)
    {
        lock (gate)
        {
            run.Uses--;
            if (isBroken)
            {
                foreach (string name in open.Where(one => one.Value == run).Select(one => one.Key).ToArray())
                    open.Remove(name);
                run.Retire();
            }
            foreach ((string name, OpenRun idle) in open.Where(one => one.Value.Uses == 0).OrderBy(one => one.Value.LastUse)
                .Take(open.Count - MostKept).ToArray())
            {
                open.Remove(name);
                idle.Retire();
            }
            run.CloseIfUnused();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (OpenRun run in open.Values)
                run.Retire();
            open.Clear();
        }
    }

    private PlayableRun Open(Lease lease, CancellationToken cancel)
    {
        RunFolder folder = Complete(lease);
        string predictor = submissions.Find(lease, out string? rejection)
            ?? throw new InvalidDataException($"{lease.Job}: planned, and now rejected: {rejection}");
        return PlayableRun.Open(folder, predictor, packages.Find(lease), sandbox, cancel);
    }
}
