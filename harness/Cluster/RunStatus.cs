using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cluster;

/// <summary>How far a run is. The counts are of cases.</summary>
/// <param name="Done">With a sound result.</param>
/// <param name="Running">Without one, and dealt to a task that runs now.</param>
/// <param name="Waiting">Without one, and dealt to a task that waits for a node.</param>
/// <param name="Lost">Without one, and nobody will play them: what `resume` submits.</param>
/// <param name="Damaged">Files that are not what the run wrote.</param>
public sealed record RunStatus(
    RunFolder Folder, int Cases, int Done, int Running, int Waiting, int Lost, IReadOnlyList<Damage> Damaged,
    IReadOnlyList<Conflict> Conflicts,
    double CostLeft, double SecondsOfOneCost)
{
    public bool Complete => Done == Cases;

    /// <summary>What one core has still to do; null while no case has ended.</summary>
    public TimeSpan? CoreTimeLeft => Complete ? TimeSpan.Zero : Done == 0 ? null : TimeSpan.FromSeconds(CostLeft * SecondsOfOneCost);

    internal static RunStatus Of(RunFolder folder, IReadOnlyList<LivingTask> living)
    {
        RunManifest manifest = folder.ReadManifest();
        RunInspection found = folder.Inspect();
        HashSet<string> done = [.. found.Results.Select(result => result.Case)];
        HashSet<string> running = CasesOf(living.Where(task => task.Runs)),
            waiting = CasesOf(living.Where(task => !task.Runs && !task.IsHeld));
        waiting.ExceptWith(running);
        bool rejected = manifest.Submission.Rejection is not null;
        string[] missing = [.. manifest.Cases.Where(caseId => !rejected && !done.Contains(caseId))];
        Dictionary<string, int> costs = manifest.Cases.Select(
            (caseId, i) => (caseId, Cost: manifest.Costs.Count > 0 ? manifest.Costs[i] : 1)).ToDictionary();
        double played = found.Results.Sum(result => (double)costs[result.Case]);
        return new RunStatus(
            folder, rejected ? 0 : manifest.Cases.Count, done.Count, missing.Count(running.Contains), missing.Count(waiting.Contains),
            missing.Count(caseId => !running.Contains(caseId) && !waiting.Contains(caseId)), found.Damages,
            folder.ReadConflicts(),
            missing.Sum(caseId => (double)costs[caseId]), played > 0
            ? found.Results.Sum(result => result.WallSeconds) / played
            : 0);

        HashSet<string> CasesOf(IEnumerable<LivingTask> tasks) =>
            [.. tasks.OfType<LivingTask.Playing>().Where(task => task.Task.Run == folder.Path)
                .SelectMany(task => Dealing.Of(manifest, task.Task.Shard))];
    }
}
