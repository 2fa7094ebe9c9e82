using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Ladders;

namespace Evaluator.Standings.Contests;

/// <summary>
/// Which row a team shows in each view. A fresh result is compared with the row alone; whatever else changes, the team's rows are folded
/// again
/// from its submissions. Both give the same, in whatever order results arrive.
/// </summary>
internal sealed class RowFold(SealedResults results)
{
    /// <summary>A first result of a submission has come, or the frontier of the team's ladder may go on.</summary>
    public void Consider(Submission submission, long seq)
    {
        Entrant entrant = submission.Entrant;
        if (entrant.Phase.LadderStart is not null && HasPassed(entrant, submission))
        {
            Refold(entrant, seq);
            return;
        }
        foreach (View view in (ReadOnlySpan<View>)[View.Exact, View.Released, View.Public])
        {
            if (view == View.Public && entrant.Phase.IsFrozen)
                continue;   // nothing that comes now is shown
            if (UsesLadder(entrant.Phase, view))
                Set(entrant, view, OfLadder(entrant, view), seq);
            else if (entrant.Current(view)?.Submission == submission)
                Set(entrant, view, BestOf(entrant, view), seq);
            else
                Set(entrant, view, Better(entrant.Phase, entrant.Current(view), Candidate(submission, view)), seq);
        }
        Set(entrant, View.Final, OfFinal(entrant), seq);
    }

    /// <summary>Folds all of a team's rows again.</summary>
    public void Refold(Entrant entrant, long seq)
    {
        entrant.Ladder = null;
        foreach (View view in (ReadOnlySpan<View>)[View.Exact, View.Released, View.Public])
            Set(entrant, view, UsesLadder(entrant.Phase, view) ? OfLadder(entrant, view) : BestOf(entrant, view), seq);
        Set(entrant, View.Final, OfFinal(entrant), seq);
    }

    public void RefoldAll(ContestPhase phase, long seq)
    {
        foreach (Entrant entrant in phase.Entrants.Values)
            Refold(entrant, seq);
        foreach (LiveOrder live in phase.Live)
            live.Forget(phase.Entrants.Values);
    }

    /// <summary>Only what is hidden has changed, or what was chosen.</summary>
    public void RefoldHidden(ContestPhase phase, long seq)
    {
        foreach (Entrant entrant in phase.Entrants.Values)
        {
            Set(entrant, View.Public, UsesLadder(phase, View.Public) ? OfLadder(entrant, View.Public) : BestOf(entrant, View.Public), seq);
            phase.Live[(int)View.Public].Touch(entrant);
        }
    }

    public void RefoldFinal(Entrant entrant, long seq) => Set(entrant, View.Final, OfFinal(entrant), seq);

    /// <summary>The row that a team would have with another generation of some submissions, without a freeze.</summary>
    public BestRow? BestWith(Entrant entrant, View view, Func<Submission, int> generation)
    {
        if (UsesLadder(entrant.Phase, view))
        {
            LadderRun run = new(entrant.Phase.LadderStart!);
            Advance(entrant, run, generation, long.MaxValue);
            return OfLadder(entrant, long.MaxValue, run, long.MaxValue);
        }
        BestRow? best = null;
        foreach (Submission submission in entrant.Submissions)
            best = Better(entrant.Phase, best, Candidate(submission, view, long.MaxValue, generation(submission)));
        return best;
    }

    /// <summary>
    /// All rows that a team could show: one for each submission that can stand there; under a ladder the one that it has.
    /// </summary>
    public IEnumerable<BestRow> Candidates(Entrant entrant, View view) => UsesLadder(entrant.Phase, view)
        ? OfLadder(entrant, view) is { } row ? [row] : []
        : entrant.Submissions.Select(submission => Candidate(submission, view)).OfType<BestRow>();

    /// <summary>All that the row has been if every result had come at once: each step is better than the one before.</summary>
    public IReadOnlyList<BestRow> Steps(Entrant entrant, View view)
    {
        List<BestRow> steps = [];
        if (!UsesLadder(entrant.Phase, view))
        {
            foreach (BestRow row in Candidates(entrant, view))
                if (steps.Count == 0 || Better(entrant.Phase, steps[^1], row) == row)
                    steps.Add(row);
        }
        else if (LadderBefore(entrant, ShownBefore(entrant.Phase, view)) is { First: { } first } run)
        {
            foreach (Submission submission in run.Improvements.Select(improvement => improvement.Submission).Prepend(first).Distinct())
                if (OfLadder(entrant, submission.Seq + 1, run, ShownBefore(entrant.Phase, view)) is { } row)
                    steps.Add(row);
        }
        return steps;
    }

    private static bool UsesLadder(ContestPhase phase, View view) =>
        phase.Settings.Release == Release.Ladder && (view is View.Released or View.Public);

    private static bool HasPassed(Entrant entrant, Submission submission) =>
        entrant.Ladder is { } ladder && ladder.Passed > 0 && submission.Seq <= entrant.Submissions[ladder.Passed - 1].Seq;

    private BestRow? BestOf(Entrant entrant, View view)
    {
        BestRow? best = null;
        foreach (Submission submission in entrant.Submissions)
            best = Better(entrant.Phase, best, Candidate(submission, view));
        return best;
    }

    /// <summary>The better one; among equals the earlier.</summary>
    private static BestRow? Better(ContestPhase phase, BestRow? best, BestRow? other)
    {
        if (best is null || other is null)
            return best ?? other;
        int order = phase.Ranked.Compare(best.Values, other.Values);
        if (order == 0)
            order = best.Submission.Seq.CompareTo(other.Submission.Seq);
        return order <= 0 ? best : other;
    }

    /// <summary>A view shows what was so before this entry: a frozen table is a frozen table, whatever comes in, is judged anew or
    /// taken out behind it.</summary>
    private static long ShownBefore(ContestPhase phase, View view) => view == View.Public ? phase.VisibleBefore : long.MaxValue;

    /// <returns>Null where the submission can't stand in the view.</returns>
    private static BestRow? Candidate(Submission submission, View view)
    {
        long before = ShownBefore(submission.Entrant.Phase, view);
        return Candidate(submission, view, before, submission.GenerationBefore(before));
    }

    private static BestRow? Candidate(Submission submission, View view, long before, int generation)
    {
        ContestPhase phase = submission.Entrant.Phase;
        if (submission.Seq >= before || !submission.CountsBefore(before))
            return null;
        decimal?[]? exact = submission.Counted(submission.Set, null, generation, before)?.Values;
        if (exact is null)
            return null;
        decimal?[] values = view == View.Exact ? exact : ReleasedValues.Of(exact, phase.Columns, phase.Settings, null);
        return phase.Ranked.CanRank(values, firstAlone: false) ? new BestRow(submission, values, null) : null;
    }

    private BestRow? OfLadder(Entrant entrant, View view)
    {
        long before = ShownBefore(entrant.Phase, view);
        return LadderBefore(entrant, before) is { } run ? OfLadder(entrant, long.MaxValue, run, before) : null;
    }

    /// <summary>The team's ladder as far as it had come before an entry; null where the phase has none.</summary>
    public LadderRun? LadderBefore(Entrant entrant, long before)
    {
        if (entrant.Phase.LadderStart is not { } start)
            return null;
        LadderRun run = before == long.MaxValue ? entrant.Ladder ??= new LadderRun(start) : new LadderRun(start);
        Advance(entrant, run, submission => submission.GenerationBefore(before), before);
        return run;
    }

    /// <param name="visible">Of the run, submissions before this entry count.</param>
    /// <param name="before">The state before this entry.</param>
    private static BestRow? OfLadder(Entrant entrant, long visible, LadderRun run, long before)
    {
        ContestPhase phase = entrant.Phase;
        LadderImprovement? shown = null;
        foreach (LadderImprovement improvement in run.Improvements)
        {
            if (improvement.Submission.Seq < visible)
                shown = improvement;
        }
        Submission? submission = shown?.Submission ?? (run.First is { } first && first.Seq < visible ? first : null);
        if (submission?.ResultBefore(before)?.Values is not { } exact || !submission.CountsBefore(before))
            return null;
        int place = phase.Ranked.First;
        decimal? released = Rounding.ToDigits(shown?.Released ?? run.Start.Mean, phase.Columns.All[place].Decimals);
        if (released is not { } value)
            return null;
        decimal?[] values = ReleasedValues.Of(exact, phase.Columns, phase.Settings, (place, value));
        return new BestRow(submission, values, (shown?.Steps ?? 0) * run.Start.Settings.Step * 100);
    }

    /// <summary>Takes the team's submissions in their order, as far as they were settled before an entry.</summary>
    private void Advance(Entrant entrant, LadderRun run, Func<Submission, int> generation, long before)
    {
        while (run.Passed < entrant.Submissions.Count && entrant.Submissions[run.Passed] is { } submission
            && submission.Seq < before && submission.IsSettledBefore(before))
        {
            run.Passed++;
            Evaluation? result = submission.CountsBefore(before)
                ? submission.Counted(submission.Set, null, generation(submission), before) : null;
            if (result?.Values is not null && results.CasesOf(result, entrant.Phase) is { } cases)
                run.Take(submission, cases);
        }
    }

    /// <summary>The better of the chosen ones, or the best released one where none is chosen, on the set that decides.</summary>
    private static BestRow? OfFinal(Entrant entrant)
    {
        ContestPhase phase = entrant.Phase;
        BestRow? best = null;
        if (entrant.Chosen.Count == 0)
            return entrant.Current(View.Released) is { } released ? FinalOf(released.Submission) : null;
        foreach (Submission submission in entrant.Submissions)
        {
            if (entrant.Chosen.Contains(submission.Id))
                best = Better(phase, best, FinalOf(submission));
        }
        return best;
    }

    private static BestRow? FinalOf(Submission submission)
    {
        ContestPhase phase = submission.Entrant.Phase;
        decimal?[]? values = submission.Counts ? submission.Counted(phase.Settings.FinalSet ?? submission.Set)?.Values : null;
        return values is not null && phase.Ranked.CanRank(values, firstAlone: false) ? new BestRow(submission, values, null) : null;
    }

    private static void Set(Entrant entrant, View view, BestRow? row, long seq)
    {
        BestRow? current = entrant.Current(view);
        if (current is null && row is null || row is not null && row.IsSame(current))
            return;
        entrant.Row(view).Set(seq, row);
        entrant.Phase.Live[(int)view].Changed(entrant, seq);
    }
}
