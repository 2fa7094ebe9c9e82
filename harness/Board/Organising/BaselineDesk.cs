using Evaluator.Board.Baselines;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>How far a contest's baselines are, and another try for one that could not be fetched. What they are stands in the challenge.
/// </summary>
internal sealed class BaselineDesk(BaselineSources sources, WorkOverview work, Database database, AuditLog audit)
{
    public IReadOnlyList<BaselineView> Of(RunningContest contest)
    {
        IReadOnlyList<(string Baseline, string Phase, string State, string? Rejection)> evaluations = work.Baselines(contest.Name);
        return [.. contest.Challenge.Baselines.Select(baseline =>
        {
            BaselineSource? source = sources.Find(contest.Name, baseline);
            List<string> says = baseline.Repository is null ? [] : [source?.Says ?? "A worker is asked for it in a moment."];
            if (baseline.Repository is null || source?.State == BaselineSource.Fetched)
            {
                foreach (Phase phase in contest.Live.Phases.Where(phase => baseline.IsOf(phase.Name)))
                {
                    (_, _, string? state, string? rejection) =
                        evaluations.LastOrDefault(one => one.Baseline == baseline.Name && one.Phase == phase.Name);
                    says.Add(Says(contest, baseline, phase, state, rejection));
                }
            }
            return new BaselineView(baseline, source, says);
        })];
    }

    /// <summary>Has one that could not be fetched, or not be taken, fetched once more.</summary>
    public Refusal? Again(Visitor visitor, RunningContest contest, string name)
    {
        if (contest.Challenge.Baselines.FirstOrDefault(one => one.Name == name) is not { Repository: not null } baseline
            || sources.Find(contest.Name, baseline) is not { } source)
            return Refusal.NotFound($"There is no baseline \"{name}\" that stands in a repository.");
        return database.Write(transaction =>
        {
            if (!sources.Again(transaction, source.Id))
                return Refusal.Conflict("It is fetched already, or waits for a worker.");
            audit.Note(transaction, visitor, contest.Name, "baseline-again", name);
            return null;
        });
    }

    private static string Says(RunningContest contest, Baseline baseline, Phase phase, string? state, string? rejection) =>
        state switch
        {
            EvaluationState.Open => $"{phase.Title}: being evaluated.",
            EvaluationState.Rejected => $"{phase.Title}: rejected: {rejection}",
            EvaluationState.Unsettled => $"{phase.Title}: given up after faults of ours; it can be tried again among the workers.",
            _ => contest.Live.Ask(fold => fold.Phase(phase.Name)?.Baselines.Any(one => one.Set.Baseline == baseline.Name)) == true
                ? $"{phase.Title}: in the standings."
                : $"{phase.Title}: not evaluated yet.",
        };
}
