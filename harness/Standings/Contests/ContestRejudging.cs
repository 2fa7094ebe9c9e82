using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Rejudging;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>Rejudge sets: what applying one would change, before anybody sees it.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// The generation that the next rejudge set of these submissions records as: none of them has been evaluated as it yet.
    /// </summary>
    public int NextGeneration(IEnumerable<string> ids) => 1 + ids.Select(id => submissions.GetValueOrDefault(id))
        .Max(submission => submission?.Evaluations.Select(evaluation => evaluation.Recorded.Generation).DefaultIfEmpty(0).Max() ?? 0);

    /// <summary>The submissions of a set that have no result of that generation yet.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> ids, int generation) =>
        [.. ids.Where(id => submissions.GetValueOrDefault(id) is not { } submission
            || submission.Counted(submission.Set, null, generation)?.Recorded.Generation != generation)];

    /// <summary>
    /// The rank changes of a phase if the set were applied now, exact values, for the organiser. Only teams that change are in it.
    /// </summary>
    public IReadOnlyList<RankChange> Preview(ContestPhase phase, IReadOnlyCollection<string> ids, int generation) =>
        Preview(phase, ids, submission => Math.Max(generation, submission.AppliedGeneration));

    /// <summary>The rank changes of a phase if an applied set were taken back now.</summary>
    public IReadOnlyList<RankChange> PreviewWithout(ContestPhase phase, IReadOnlyCollection<string> ids, string rejudge, int generation) =>
        Preview(phase, ids, submission => submission.GenerationWithout(rejudge, generation));

    private IReadOnlyList<RankChange> Preview(ContestPhase phase, IReadOnlyCollection<string> ids, Func<Submission, int> generation)
    {
        StandingsTable before = Provisional(phase, Audience.Organiser);
        HashSet<string> judged = [.. ids];
        List<TableRow> gone = [], come = [];
        foreach (Entrant entrant in phase.Entrants.Values)
        {
            if (!entrant.Submissions.Exists(submission => judged.Contains(submission.Id)))
                continue;
            BestRow? best = rows.BestWith(entrant, View.Exact, submission =>
                judged.Contains(submission.Id) ? generation(submission) : submission.AppliedGeneration);
            if (before.IndexOf(entrant.Team.Id) is { } index)
                gone.Add(before.Order[index]);
            if (best is not null)
                come.Add(new TableRow(entrant.Team.Id, best.Submission.Id, best.Submission.Seq, best.Values, null, 0, default));
        }
        StandingsTable after = Copy(before, before.Order.With(gone, come), null, new Dictionary<string, TableRow?>());
        return [.. phase.Entrants.Keys.Select(team => Change(team, before.RowOf(team), after.RowOf(team))).Where(change => change.IsChange)
            .OrderBy(change => change.RankAfter ?? int.MaxValue).ThenBy(change => change.Team, StringComparer.Ordinal)];
    }

    private static RankChange Change(string team, StandingRow? before, StandingRow? after) =>
        new(team, before?.Rank, after?.Rank, before?.Submission, after?.Submission, before?.Values, after?.Values);
}
