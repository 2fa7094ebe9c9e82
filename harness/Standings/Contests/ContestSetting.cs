using Evaluator.Standings.Columns;
using Evaluator.Standings.Ladders;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;

namespace Evaluator.Standings.Contests;

/// <summary>What organisers set: the contest, its phases, its baselines. Rows that stand on them are folded anew.</summary>
public sealed partial class Contest
{
    private void Set(ContestSet contest, long seq)
    {
        Settings = contest;
        columns = new ColumnSet(contest.Columns, contest.Kind);
        foreach (ContestPhase phase in phases.Values)
        {
            phase.Change(phase.Settings, seq, columns);
            foreach (ContestBaseline baseline in phase.Baselines)
                baseline.Values = results.ValuesOf(baseline.Set.Values, columns, baseline.Set.Baseline);
            foreach (Submission submission in phase.Submissions)
            {
                foreach (Evaluation evaluation in submission.Evaluations.Where(evaluation => evaluation.Recorded.Outcome == Outcome.Scored))
                    evaluation.Values = results.ValuesOf(evaluation.Recorded.Values, columns, submission.Id);
            }
            StartLadder(phase);
            rows.RefoldAll(phase, seq);
        }
    }

    private void Set(PhaseSet set, long seq)
    {
        if (columns is null)
        {
            results.Problem($"the phase {set.Phase.Name} was set before the contest");
            return;
        }
        if (phases.TryGetValue(set.Phase.Name, out ContestPhase? phase))
            phase.Change(set.Phase, seq, columns);
        else
            phases.Add(set.Phase.Name, phase = new ContestPhase(set.Phase, seq, columns));
        StartLadder(phase);
        rows.RefoldAll(phase, seq);
    }

    private void Set(BaselineSet set, long seq)
    {
        if (KnownPhase(set.Phase) is not { } phase)
            return;
        phase.Add(new ContestBaseline { Set = set, Seq = seq, Values = results.ValuesOf(set.Values, phase.Columns, set.Baseline) });
        if (!set.Start || phase.Settings.Release != Challenges.Release.Ladder)
            return;
        StartLadder(phase);
        rows.RefoldAll(phase, seq);
    }

    private void StartLadder(ContestPhase phase)
    {
        phase.LadderStart = null;
        phase.LadderRefusal = null;
        if (phase.Settings.Release != Challenges.Release.Ladder)
            return;
        ContestBaseline? start = phase.Baselines.FirstOrDefault(baseline => baseline.Set.Start);
        CaseVector? cases = results.CasesOf(start?.Set.Cases, start?.Set.Baseline ?? "");
        int first = phase.Ranked.First;
        phase.LadderCases = cases?.Cases ?? [];
        phase.LadderStart = LadderStart.Of(
            cases is null ? null : [.. cases.Values], first < 0 ? default : phase.Columns.All[first].Direction, phase.Settings.Ladder
                ?? Challenges.LadderSettings.Usual,
            out string? reason);
        phase.LadderRefusal = reason;
    }
}
