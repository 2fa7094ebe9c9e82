using System.Data.Common;
using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Tables;

/// <summary>
/// Judges the baselines of table contests, when a contest comes to the board and when its folder has changed, and writes what is new into
/// the log.
/// </summary>
internal sealed class TableBaselines(
    ContestShelf shelf, Journal journal, TableJudges judges, TimeProvider clock, ILogger<TableBaselines> log) : BackgroundService
{
    private readonly Dictionary<string, ChallengeFolder> done = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (RunningContest contest in shelf.All.Where(contest => contest.Challenge.Kind == ChallengeKind.Table))
                Judge(contest);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
        }
    }

    private void Judge(RunningContest contest)
    {
        if (done.GetValueOrDefault(contest.Name) == contest.Folder)
            return;
        done[contest.Name] = contest.Folder;
        try
        {
            if (judges.Of(contest) is not { } judge)
                return;
            foreach (Baseline baseline in contest.Challenge.Baselines.Where(baseline => baseline.File is not null))
                Judge(contest, judge, baseline);
        }
        catch (DbException away)
        {
            log.LogWarning(away, "The store does not take the baselines of {Contest}; tried again in a second.", contest.Name);
            done.Remove(contest.Name);
        }
        catch (Exception unusable) when (unusable is ChallengeFaultsException or IOException)
        {
            log.LogError(unusable, "The baselines of {Contest} can't be judged; `evaluator check` on its folder says more.", contest.Name);
        }
    }

    private void Judge(RunningContest contest, TableJudge judge, Baseline baseline)
    {
        using FileStream content = File.OpenRead(contest.Folder.FileOf(baseline.File!));
        TableJudgement judgement = judge.Judge(content, withRows: true);
        if (!judgement.IsAccepted)
        {
            log.LogError("The baseline {Baseline} of {Contest} is refused: {Faults}",
                baseline.Name, contest.Name, string.Join(' ', judgement.Faults));
            return;
        }
        foreach (Phase phase in contest.Live.Phases.Where(phase => baseline.Phase is null || baseline.Phase == phase.Name))
        {
            journal.Append(contest.Name, (now, _) => Says(now, phase, baseline, judgement)
                ? [] : [new JudgedTable(phase, judgement).Baseline(baseline.Name, baseline.Start)]);
        }
    }

    /// <summary>Whether the log has this baseline with these values already.</summary>
    private static bool Says(LiveContest now, Phase phase, Baseline baseline, TableJudgement judgement) => now.Ask(fold =>
    {
        ContestBaseline? known = fold.Phase(phase.Name)?.Baselines.LastOrDefault(known => known.Set.Baseline == baseline.Name);
        if (known?.Values is not { } values || known.Set.Start != baseline.Start || known.Set.Set != phase.Set)
            return false;
        IReadOnlyDictionary<string, decimal> found = judgement.Of(phase.Set)!.Values;
        IReadOnlyList<Column> columns = fold.Settings!.Columns;
        return Enumerable.Range(0, columns.Count)
            .All(place => !found.TryGetValue(columns[place].Name, out decimal value) || values[place] == value);
    });
}
