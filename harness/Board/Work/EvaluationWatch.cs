using System.Data.Common;
using Dapper;
using Evaluator.Board.Baselines;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Jobs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rewards;

namespace Evaluator.Board.Work;

/// <summary>
/// Queues what the logs make due: a submission to a predictor contest on the phase's set, after the close the chosen ones on the
/// final set, and a challenge's baselines. It reads each log from where it stopped; how far
/// it came is written with what it queued, so nothing is forgotten and nothing queued twice, whenever the process dies.
/// </summary>
internal sealed class EvaluationWatch(
    ContestShelf shelf, Journal journal, Database database, BaselineFiles baselines, Evaluations evaluations, WorkOrders orders,
    WorkQueue queue, TimeProvider clock, ILogger<EvaluationWatch> log)
    : BackgroundService
{
    private readonly Dictionary<string, (ChallengeFolder Folder, string Version)> queuedBaselinesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> rewardsSeenAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> saidOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Seq, DateTimeOffset At)> finalsSeenAt = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Task[] news = [.. journal.All.Select(contest => contest.News)];
            foreach (RunningContest contest in Predictors())
                await Follow(contest, stop);
            // Once a second in any case: a phase closes, a contest is added.
            await Task.WhenAny([.. news, Task.Delay(TimeSpan.FromSeconds(1), clock, stop)]);
        }
    }

    private IEnumerable<RunningContest> Predictors()
    {
        foreach (LiveContest live in journal.All)
        {
            if (live.Contest.Kind == ChallengeKind.Predictor && shelf.Find(live.Name) is { } contest)
                yield return contest;
        }
    }

    private async Task Follow(RunningContest contest, CancellationToken stop)
    {
        try
        {
            await QueueBaselines(contest, stop);
            QueueNews(contest);
            QueueFinals(contest);
            QueueForRewards(contest);
        }
        catch (Exception broken) when (broken is BoardFolderException or IOException or DbException or ChallengeFaultsException)
        {
            if (saidOf.GetValueOrDefault(contest.Name) != broken.Message)
                log.LogError(broken, "What is due of {Contest} can't be queued; tried again every second.", contest.Name);
            saidOf[contest.Name] = broken.Message;
        }
    }

    /// <summary>A baseline is a file of the challenge, or a commit that was fetched: played like a submission, of no team.</summary>
    private async Task QueueBaselines(RunningContest contest, CancellationToken stop)
    {
        (ChallengeFolder, string) now = (contest.Folder, baselines.VersionOf(contest));
        if (queuedBaselinesOf.GetValueOrDefault(contest.Name) == now)
            return;
        List<NewEvaluation> due = [];
        foreach ((Baseline baseline, HandedInFile file) in await baselines.Of(contest, stop))
        {
            due.AddRange(contest.Challenge.Phases.Where(phase => baseline.IsOf(phase.Name))
                .Select(phase => orders.OfBaseline(contest, baseline, phase, phase.Set, file)));
        }
        database.Write(transaction => due.ForEach(one => evaluations.Add(transaction, one)));
        queuedBaselinesOf[contest.Name] = now;
        if (due.Count > 0)
            queue.Wake();
    }

    private void QueueNews(RunningContest contest)
    {
        long from = Cursor(contest.Name), last = contest.Live.Last?.Seq ?? 0;
        if (last <= from)
            return;
        List<NewEvaluation> due = [];
        long seen = from;
        foreach (string line in journal.Lines(contest.Name, from + 1))
        {
            Entry entry = EntryText.Read(System.Text.Encoding.UTF8.GetBytes(line));
            if (entry.Body is SubmissionAccepted accepted && contest.Live.Phase(accepted.Phase) is { } phase
                && orders.Of(contest, accepted.Submission, phase.Set, null, 0) is { } evaluation)
                due.Add(evaluation);
            seen = entry.Seq;
        }
        database.Write(transaction =>
        {
            foreach (NewEvaluation evaluation in due)
                evaluations.Add(transaction, evaluation);
            transaction.Connection!.Execute(
                "INSERT INTO work_cursor (contest, seq) VALUES (@Name, @seen) ON CONFLICT (contest) DO UPDATE SET seq = excluded.seq",
                    new { contest.Name, seen }, transaction);
        });
        if (due.Count > 0)
            queue.Wake();
    }

    /// <summary>
    /// After a phase with a final set has closed, and everything in it is settled: the submissions that a team chose, or else its best one,
    /// as the team sees it.
    /// </summary>
    private void QueueFinals(RunningContest contest)
    {
        (long Seq, DateTimeOffset At) now = (contest.Live.Last?.Seq ?? 0, clock.GetUtcNow());
        if (finalsSeenAt.TryGetValue(contest.Name, out (long Seq, DateTimeOffset At) before) && before.Seq == now.Seq
            && !contest.Live.Phases.Any(phase => phase.Closes > before.At && phase.Closes <= now.At))
            return;
        IReadOnlyList<(string Submission, string Set)> chosen = contest.Live.Ask<IReadOnlyList<(string, string)>>(fold => [.. fold.Phases
            .Where(
                phase => phase.Settings is { FinalSet: not null } settings && settings.Closes <= now.At && phase.Frontier == long.MaxValue)
            .SelectMany(phase => phase.Finalists.Select(submission => (submission.Id, phase.Settings.FinalSet!)))]);
        NewEvaluation[] due = [.. chosen.Select(one => orders.Of(contest, one.Submission, one.Set, null, 0)).OfType<NewEvaluation>()];
        database.Write(transaction => Array.ForEach(due, one => evaluations.Add(transaction, one)));
        finalsSeenAt[contest.Name] = now;
        if (due.Length > 0)
            queue.Wake();
    }

    /// <summary>Separate runs that a reward rule waits for: on limited hardware, or a second one for a time.</summary>
    private void QueueForRewards(RunningContest contest)
    {
        long seq = contest.Live.Last?.Seq ?? 0;
        if (rewardsSeenAt.GetValueOrDefault(contest.Name) == seq)
            return;
        NewEvaluation[] due = [.. contest.Live.Ask(RewardFold.RunsDue)
            .Select(run => orders.Of(contest, run.Submission, run.Set, run.Profile, 0)).OfType<NewEvaluation>()];
        if (due.Length > 0)
        {
            database.Write(transaction => Array.ForEach(due, one => evaluations.Add(transaction, one)));
            queue.Wake();
        }
        rewardsSeenAt[contest.Name] = seq;
    }

    private long Cursor(string contest)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<long>("SELECT seq FROM work_cursor WHERE contest = @contest", new { contest });
    }
}
