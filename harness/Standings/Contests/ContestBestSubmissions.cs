using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;

namespace Evaluator.Standings.Contests;

/// <summary>The best single submissions of a phase: the board on the wall of a walk-in contest.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// The best submissions, ties to the earlier. Shows every submission's value to everybody, so it is for phases with a raw release; of
    /// one with a ladder it is
    /// empty but for organisers.
    /// </summary>
    /// <param name="ofEachTeam">Only the best of each team.</param>
    public IReadOnlyList<BestSubmission> BestSubmissions(ContestPhase phase, Audience audience, int most, bool ofEachTeam)
    {
        if (phase.Settings.Release != Release.Raw && !audience.IsOrganiser)
            return [];
        List<(Submission Submission, decimal?[] Values)> shown = [];
        foreach (Submission submission in phase.Submissions)
        {
            long before = audience.IsOrganiser || audience.Team == submission.Team ? long.MaxValue : phase.VisibleBefore;
            if (submission.Seq >= before || !submission.CountsBefore(before) || submission.ResultBefore(before)?.Values is not { } exact)
                continue;
            decimal?[] values = audience.IsOrganiser ? exact : ReleasedValues.Of(exact, phase.Columns, phase.Settings, null);
            if (phase.Ranked.CanRank(values, firstAlone: false))
                shown.Add((submission, values));
        }
        shown.Sort((left, right) =>
        {
            int order = phase.Ranked.Compare(left.Values, right.Values);
            return order != 0 ? order : left.Submission.Seq.CompareTo(right.Submission.Seq);
        });
        HashSet<string> teams = new(StringComparer.Ordinal);
        return
        [
            .. shown.Where(row => !ofEachTeam || teams.Add(row.Submission.Team)).Take(most)
                .Select((row, i) => new BestSubmission(i + 1, row.Submission.Id, row.Submission.Team, row.Submission.At, row.Values)),
        ];
    }
}
