using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Work;

/// <summary>How the queue and its workers are, for organisers.</summary>
internal sealed class WorkOverview(Database database, TimeProvider clock)
{
    private const int MostShown = 100;

    /// <summary>What a wait is reckoned from: the evaluations of the last hour.</summary>
    private const long WindowMilliseconds = 3_600_000;

    /// <summary>A worker that asked within this time is there.</summary>
    private const long SeenMilliseconds = 60_000;

    private static readonly int[] WaitMinutes = [1, 2, 5, 10, 20, 30, 60, 120, 240];

    public WorkReport Of(string contest)
    {
        using DbConnection connection = database.Read();
        long now = clock.Now();
        return new WorkReport(
            [.. connection.Query<(string Name, string Token, long Sandbox, string Version, long Seen, long Jobs)>("""
                SELECT worker.name, COALESCE(token.name, ''), worker.sandbox, worker.version, worker.seen,
                       (SELECT COUNT(*) FROM job WHERE job.worker = worker.name AND job.state = 'leased' AND job.lease_until >= @now)
                FROM worker LEFT JOIN token ON token.id = worker.token ORDER BY worker.seen DESC LIMIT @most
                """, new { now, most = MostShown })
                    .Select(row => new KnownWorker(row.Name, row.Token, row.Sandbox, row.Version, Time(row.Seen), row.Jobs))],
            Count(connection, contest, "waiting"), Count(connection, contest, "leased"), SecondsOfWait(connection, now),
            Unsettled(connection, contest), Conflicts(connection, contest), Faults(connection, contest));
    }

    /// <summary>How the evaluations of a contest's baselines are, the newest last.</summary>
    public IReadOnlyList<(string Baseline, string Phase, string State, string? Rejection)> Baselines(string contest)
    {
        using DbConnection connection = database.Read();
        return connection.Query<(string, string, string, string?)>("""
            SELECT baseline, phase, state, rejection FROM evaluation WHERE contest = @contest AND baseline IS NOT NULL ORDER BY queued, id
            """, new { contest }).AsList();
    }

    /// <summary>Submissions with a result that a token posted: what is offered to be judged again when the token is revoked.</summary>
    public IReadOnlyList<string> SubmissionsOf(string contest, string token)
    {
        using DbConnection connection = database.Read();
        return connection.Query<string>("""
            SELECT DISTINCT evaluation.submission FROM evaluation
            WHERE evaluation.contest = @contest AND evaluation.baseline IS NULL
              AND (EXISTS (SELECT 1 FROM case_result WHERE case_result.evaluation = evaluation.id AND case_result.token = @token)
                OR EXISTS (SELECT 1 FROM job WHERE job.evaluation = evaluation.id AND job.token = @token AND job.state = 'done'))
            ORDER BY evaluation.submission
            """, new { contest, token }).AsList();
    }

    /// <summary>How long what is queued takes, of all contests, as competitors are told before they hand in: coarse, since a number that
    /// follows the queue would tell what others do.</summary>
    /// <returns>Null where nothing was played within the last hour.</returns>
    public TimeSpan? CoarseWait()
    {
        using DbConnection connection = database.Read();
        if (SecondsOfWait(connection, clock.Now()) is not { } seconds)
            return null;
        int minutes = Array.Find(WaitMinutes, step => seconds <= step * 60);
        return TimeSpan.FromMinutes(minutes == 0 ? WaitMinutes[^1] : minutes);
    }

    /// <summary>What the evaluations that ended in the last hour took of workers' time, times those that are open, over the places of
    /// workers that were seen within a minute.</summary>
    /// <returns>Null where none ended.</returns>
    private static double? SecondsOfWait(DbConnection connection, long now)
    {
        (long ended, long? took) = connection.QuerySingle<(long, long?)>("""
            SELECT COUNT(DISTINCT evaluation.id), SUM(job.done - job.leased)
            FROM evaluation JOIN job ON job.evaluation = evaluation.id WHERE evaluation.settled >= @from AND job.done IS NOT NULL
            """, new { from = now - WindowMilliseconds });
        long open = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM evaluation WHERE state = 'open'");
        long places = connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM worker WHERE seen >= @from", new { from = now - SeenMilliseconds });
        return ended == 0 || took is null ? null : open * (took.Value / 1000.0 / ended) / Math.Max(1, places);
    }

    private static long Count(DbConnection connection, string contest, string state) => connection.ExecuteScalar<long>("""
        SELECT COUNT(*) FROM job JOIN evaluation ON evaluation.id = job.evaluation
        WHERE evaluation.contest = @contest AND evaluation.state = 'open' AND job.state = @state
        """, new { contest, state });

    private static IReadOnlyList<GivenUp> Unsettled(DbConnection connection, string contest) =>
        [.. connection.Query<(string Id, string Submission, string? Message)>("""
            SELECT evaluation.id, evaluation.submission,
                   (SELECT message FROM job_fault WHERE job_fault.evaluation = evaluation.id ORDER BY at DESC LIMIT 1)
            FROM evaluation WHERE evaluation.contest = @contest AND evaluation.state = 'unsettled' ORDER BY evaluation.queued LIMIT @most
            """, new { contest, most = MostShown }).Select(row => new GivenUp(row.Id, row.Submission, row.Message ?? ""))];

    private static IReadOnlyList<ShownConflict> Conflicts(DbConnection connection, string contest) =>
        [.. connection.Query<ConflictRow>("""
            SELECT case_conflict.id AS Id, evaluation.submission AS Submission, case_conflict.evaluation AS Evaluation,
                case_conflict.block_group AS BlockGroup, case_result.bits AS First, case_result.worker AS FirstWorker,
                case_conflict.bits AS Second, case_conflict.worker AS SecondWorker, case_conflict.at AS At, case_conflict.decided AS Decided
            FROM case_conflict
            JOIN evaluation ON evaluation.id = case_conflict.evaluation
            JOIN case_result ON case_result.evaluation = case_conflict.evaluation AND case_result.block_group = case_conflict.block_group
            WHERE evaluation.contest = @contest ORDER BY case_conflict.decided IS NOT NULL, case_conflict.at DESC LIMIT @most
            """, new { contest, most = MostShown })
            .Select(row => new ShownConflict(row.Id, row.Submission, row.Evaluation, row.BlockGroup, row.First, row.FirstWorker,
                row.Second, row.SecondWorker, Time(row.At), row.Decided is { } decided ? Time(decided) : null))];

    private sealed record ConflictRow(string Id, string Submission, string Evaluation, string BlockGroup, string First, string FirstWorker,
        string Second, string SecondWorker, long At, long? Decided);

    private static IReadOnlyList<ShownFault> Faults(DbConnection connection, string contest) =>
        [.. connection.Query<(string Job, string Worker, string Message, long At)>("""
            SELECT job_fault.job, job_fault.worker, job_fault.message, job_fault.at
            FROM job_fault JOIN evaluation ON evaluation.id = job_fault.evaluation
            WHERE evaluation.contest = @contest ORDER BY job_fault.at DESC LIMIT @most
            """, new { contest, most = MostShown }).Select(row => new ShownFault(row.Job, row.Worker, row.Message, Time(row.At)))];

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
