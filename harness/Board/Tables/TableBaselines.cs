using System.Data.Common;
using Evaluator.Board.Baselines;
using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;
using Evaluator.Jobs;

namespace Evaluator.Board.Tables;

/// <summary>
/// Judges the baselines of table contests, when a contest comes to the board, when its folder has changed, and when a worker has fetched
/// one, and writes what is new into the log.
/// </summary>
internal sealed class TableBaselines(
    ContestShelf shelf, Journal journal, TableJudges judges, BaselineFiles files, BaselineSources sources, Blobs blobs, TimeProvider clock,
    ILogger<TableBaselines> log) : BackgroundService
{
    private readonly Dictionary<string, (ChallengeFolder Folder, string Version)> done = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (RunningContest contest in shelf.All.Where(contest => contest.Challenge.Kind == ChallengeKind.Table))
                await Judge(contest, stop);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
        }
    }

    private async Task Judge(RunningContest contest, CancellationToken stop)
    {
        try
        {
            (ChallengeFolder, string) now = (contest.Folder, files.VersionOf(contest));
            if (done.GetValueOrDefault(contest.Name) == now)
                return;
            done[contest.Name] = now;
            if (judges.Of(contest) is not { } judge)
                return;
            foreach ((Baseline baseline, HandedInFile file) in await files.Of(contest, stop))
                Judge(contest, judge, baseline, file);
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

    private void Judge(RunningContest contest, TableJudge judge, Baseline baseline, HandedInFile file)
    {
        using FileStream content = blobs.Open(file.Sha256)!;
        TableJudgement judgement = judge.Judge(content, withRows: true);
        if (!judgement.IsAccepted)
        {
            string faults = string.Join(' ', judgement.Faults);
            log.LogError("The baseline {Baseline} of {Contest} is refused: {Faults}", baseline.Name, contest.Name, faults);
            if (sources.Find(contest.Name, baseline) is { } source)
                sources.Refuse(source.Id, faults);
            return;
        }
        foreach (Phase phase in contest.Live.Phases.Where(phase => baseline.IsOf(phase.Name)))
        {
            journal.Append(contest.Name, (now, _) => BaselineNews.IsKnown(now, phase, baseline, judgement.Of(phase.Set)!.Values)
                ? [] : [new JudgedTable(phase, judgement).Baseline(baseline.Name, baseline.Start)]);
        }
    }
}
