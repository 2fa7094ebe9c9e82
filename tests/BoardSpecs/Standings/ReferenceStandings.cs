using Evaluator.Challenges;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>
/// The rules of the folds (harness/Standings/Log/LOG.md) once more, as slow and as plain as they can be written: from the whole log,
/// without state. It shares no code
/// with the folds but the types of the log. For contests of <see cref="ContestStory"/>.
/// </summary>
internal sealed class ReferenceStandings(IReadOnlyList<Entry> log, OpenSeal open)
{
    /// <summary>"rank team submission" of each row, in the table's order.</summary>
    /// <param name="view"><c>exact</c>, <c>released</c>, <c>public</c> or <c>final</c>.</param>
    public IReadOnlyList<string> Rows(string phase, string view)
    {
        // Under a freeze everybody sees the log before it, with what organisers have set since.
        if (view == "public")
        {
            long shown = VisibleBefore(phase);
            IEnumerable<Entry> seen = log.Where(entry => entry.Seq < shown || entry.Body is ContestSet or PhaseSet or BaselineSet);
            return new ReferenceStandings([.. seen], open).Rows(phase, "released");
        }
        Phase settings = Bodies<PhaseSet>().Last(set => set.Body.Phase.Name == phase).Body.Phase;
        List<(string Team, string Id, long Seq, decimal[] Values)> rows = [];
        foreach (IGrouping<string, (SubmissionAccepted Body, Entry Entry)> team in Bodies<SubmissionAccepted>()
            .Where(s => s.Body.Phase == phase).GroupBy(s => s.Body.Team))
        {
            if (Row(settings, view, [.. team.Select(s => (s.Body.Submission, s.Entry.Seq))], team.Key) is { } row)
                rows.Add((team.Key, row.Id, row.Seq, row.Values));
        }
        return Ranked(settings, rows);
    }

    private IReadOnlyList<string> Ranked(Phase settings, List<(string Team, string Id, long Seq, decimal[] Values)> rows)
    {
        int[] ranking = [.. settings.Ranking.Columns.Select(Place)];
        if (settings.Ranking.Rule == RankingRule.InOrder)
        {
            return [.. rows.OrderBy(row => row,
                Comparer<(string, string, long Seq, decimal[] Values)>.Create((a, b) => Order(ranking, a.Values, b.Values, a.Seq, b.Seq)))
                .Select(row => $"{1 + rows.Count(other => Order(ranking, other.Values, row.Values, 0, 0) < 0)} {row.Team} {row.Id}")];
        }
        Dictionary<string, int> sums = rows.ToDictionary(
            row => row.Team, row => ranking.Sum(column => 1 + rows.Count(other => Order([column], other.Values, row.Values, 0, 0) < 0)));
        return [.. rows.OrderBy(row => sums[row.Team])
            .ThenBy(row => row,
                Comparer<(string, string, long Seq, decimal[] Values)>.Create((a, b) => Order(ranking, a.Values, b.Values, a.Seq, b.Seq)))
            .Select(row => $"{1 + sums.Values.Count(sum => sum < sums[row.Team])} {row.Team} {row.Id}")];
    }

    private (string Id, long Seq, decimal[] Values)? Row(Phase phase, string view, List<(string Id, long Seq)> submissions, string team)
    {
        if (view == "final")
        {
            Selected? chosen = Bodies<Selected>().LastOrDefault(s => s.Body.Team == team && s.Body.Phase == phase.Name).Body;
            List<string> candidates = chosen is { Submissions.Count: > 0 }
                ? [.. chosen.Submissions.Take(2)]
                : Row(phase, "released", submissions, team) is { } best ? [best.Id] : [];
            return Best(phase, submissions.Where(s => candidates.Contains(s.Id)), phase.FinalSet ?? "live");
        }
        if (view == "exact" || phase.Release == Release.Raw)
            return Best(phase, submissions, "live");
        return OnLadder(phase, submissions);
    }

    private (string Id, long Seq, decimal[] Values)? Best(Phase phase, IEnumerable<(string Id, long Seq)> submissions, string set)
    {
        int[] ranking = [.. phase.Ranking.Columns.Select(Place)];
        var scored = submissions.Where(s => Counts(s.Id)).Select(s => (s.Id, s.Seq, Values: Values(Result(s.Id, set))))
            .Where(s => s.Values is not null).ToList();
        return scored.Count == 0
            ? null
            : scored.Order(
                Comparer<(string Id, long Seq, decimal[]? Values)>.Create((a, b) => Order(ranking, a.Values!, b.Values!, a.Seq, b.Seq)))
            .Select(s => ((string, long, decimal[])?)(s.Id, s.Seq, s.Values!)).First();
    }

    private (string Id, long Seq, decimal[] Values)? OnLadder(Phase phase, List<(string Id, long Seq)> submissions)
    {
        double[] baseline = Vector(Bodies<BaselineSet>().Last().Body.Cases);
        double[] best = baseline;
        double sign = Columns[0].Direction == Direction.More ? 1 : -1;
        double released = baseline.Average();
        (string Id, long Seq)? shown = null;
        foreach ((string id, long seq) in submissions)
        {
            EvaluationRecorded? result = Result(id, "live");
            if (result is null && Counts(id) && !Bodies<Unsettled>().Any(u => u.Body.Submission == id))
                break;
            if (!Counts(id) || Values(result) is null)
                continue;
            shown ??= (id, seq);
            double[] cases = Vector(result!.Cases);
            double[] differences = [.. cases.Zip(best, (a, b) => sign * (a - b))];
            double mean = differences.Average();
            double error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1) / differences.Length);
            if (mean > 0 && mean >= Math.Max((double)phase.Ladder!.Step * Math.Abs(best.Average()), (double)phase.Ladder.Errors * error))
            {
                (best, shown) = (cases, (id, seq));
                double step = (double)phase.Ladder.Step * Math.Abs(baseline.Average());
                released = baseline.Average() + Math.Round((cases.Average() - baseline.Average()) / step) * step;
            }
        }
        return shown is { } row ? (row.Id, row.Seq, [Math.Round((decimal)released, Columns[0].Decimals), 0, 0]) : null;
    }

    private double[] Vector(Digest? seal) => [.. CaseVector.Parse(open(seal!.Value)!).Values];

    private IReadOnlyList<Column> Columns => Bodies<ContestSet>().Last().Body.Columns;

    private int Place(string column) => Columns.Select((c, i) => (c, i)).First(pair => pair.c.Name == column).i;

    private int Order(int[] ranking, decimal[] a, decimal[] b, long aSeq, long bSeq)
    {
        foreach (int column in ranking)
        {
            if (a[column] != b[column])
                return (a[column] < b[column]) == (Columns[column].Direction == Direction.Less) ? -1 : 1;
        }
        return aSeq.CompareTo(bSeq);
    }

    private bool Counts(string id)
    {
        string team = Bodies<SubmissionAccepted>().First(s => s.Body.Submission == id).Body.Team;
        long withdrawn = Bodies<Withdrawn>().Where(w => w.Body.Submission == id).Select(w => w.Entry.Seq).DefaultIfEmpty(0).Max();
        long ignored = Bodies<Ignored>().Where(w => w.Body.Submission == id).Select(w => w.Entry.Seq).DefaultIfEmpty(0).Max();
        long back = Bodies<Reinstated>().Where(w => w.Body.Submission == id).Select(w => w.Entry.Seq).DefaultIfEmpty(0).Max();
        long teamIgnored = Bodies<Ignored>().Where(w => w.Body.Team == team).Select(w => w.Entry.Seq).DefaultIfEmpty(0).Max();
        long teamBack = Bodies<Reinstated>().Where(w => w.Body.Team == team).Select(w => w.Entry.Seq).DefaultIfEmpty(0).Max();
        return withdrawn <= back && ignored <= back && teamIgnored <= teamBack;
    }

    /// <summary>The newest generation that has a result, up to the highest of the rejudge sets of which the last word is that they
    /// hold.</summary>
    private EvaluationRecorded? Result(string id, string set)
    {
        int applied = Bodies<RejudgeApplied>().Select(a => a.Body).Where(a => a.Submissions.Contains(id))
            .GroupBy(a => (a.Rejudge, a.Generation)).Where(set => set.Last().Holds ?? true).Select(set => set.Key.Generation)
            .DefaultIfEmpty(0).Max();
        return Bodies<EvaluationRecorded>().Select(e => e.Body)
            .Where(e => e.Submission == id && e.Set == set && e.Outcome != Outcome.Fault && e.Generation <= applied)
                .MaxBy(e => e.Generation);
    }

    private decimal[]? Values(EvaluationRecorded? result)
    {
        if (result is not { Outcome: Outcome.Scored })
            return null;
        IReadOnlyDictionary<string, decimal> values = ResultValues.Parse(open(result.Values!.Value)!).Values;
        return [values["mean"], values["other"], 0];
    }

    private long VisibleBefore(string phase)
    {
        if (Bodies<Published>().LastOrDefault(p => p.Body.Phase == phase).Body is { Holds: true })
            return long.MaxValue;
        long from = long.MaxValue;
        bool lifted = false;
        DateTimeOffset? freezes = null;
        foreach (Entry entry in log)
        {
            if (entry.Body is PhaseSet set && set.Phase.Name == phase)
                freezes = set.Phase.Freezes;
            if (entry.Body is Frozen frozen && frozen.Phase == phase)
            {
                lifted = !frozen.Holds;
                from = lifted ? long.MaxValue : Math.Min(from, entry.Seq);
            }
            if (entry.Body is SubmissionAccepted accepted && accepted.Phase == phase && !lifted && entry.At >= freezes)
                from = Math.Min(from, entry.Seq);
        }
        return from;
    }

    private IEnumerable<(T Body, Entry Entry)> Bodies<T>() where T : EntryBody =>
        log.Where(entry => entry.Body is T).Select(entry => ((T)entry.Body, entry));
}
