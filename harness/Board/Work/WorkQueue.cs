using System.Data.Common;
using System.Text.Json;
using Dapper;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>
/// Theory of operation. An evaluation is a planned run in pieces: one job plans it, many play shards of it, one merges the results. Jobs
/// are rows. A worker leases
/// one and keeps the lease by heartbeats; when they stop, the job is there for the next who asks: nothing has to notice the death. So a job
/// may be done twice, and
/// results are taken by <see cref="ResultIntake"/> from the holder of the lease alone, the first one of each case. Teams take turns shard
/// by shard; within a
/// team the oldest evaluation goes first. A merge goes before all: it is short, and gives a score.
/// </summary>
internal sealed class WorkQueue(Database database, Journal journal, TimeProvider clock, WorkSignal signal, Evaluations evaluations)
{
    /// <summary>Three heartbeats that fail to come, and the job is somebody else's: a dead worker's shard is back within 10 s.</summary>
    public const double HeartbeatSeconds = 3;

    public const long LeaseMilliseconds = 10_000;

    /// <summary>
    /// A job that this many workers took and never came back from kills workers; nobody gets it again. RabbitMQ's delivery limit is the
    /// same.
    /// </summary>
    public const int MostLosses = 5;

    /// <summary>Where a job could not be done it is tried again later than elsewhere.</summary>
    private const long PauseOfHostMilliseconds = 10_000;

    private const string Free = """
        SELECT job.id AS Id, job.evaluation AS Evaluation, job.kind AS Kind, job.part AS Part, job.state AS State, job.losses AS Losses,
               evaluation.contest AS Contest, evaluation.team AS Team, evaluation.work_order AS WorkOrder
        FROM job
        JOIN evaluation ON evaluation.id = job.evaluation
        LEFT JOIN team_turn ON team_turn.contest = evaluation.contest AND team_turn.team = evaluation.team
        WHERE (job.state = 'waiting' OR (job.state = 'leased' AND job.lease_until < @now)) AND evaluation.state = 'open'
          AND evaluation.sandbox <= @level AND job.not_before <= @now
          AND (job.fault_host IS NULL OR job.fault_host <> @host OR job.fault_at < @now - @pause)
          AND (@job IS NULL OR job.id = @job)
        ORDER BY evaluation.raised DESC, CASE WHEN job.kind = 'merge' THEN 0 ELSE 1 END, COALESCE(team_turn.turn, 0), evaluation.queued,
            evaluation.id, job.number
        LIMIT 1
        """;

    /// <summary>To be called when what added jobs is committed.</summary>
    public void Wake() => signal.Give();

    /// <summary>Waits for a job until there is one, or the request's time is over.</summary>
    /// <returns>Null where there is none to be had.</returns>
    public async Task<Lease?> Lease(LeaseRequest request, string token, CancellationToken stop)
    {
        See(request, token);
        long until = clock.Now() + request.WaitSeconds * 1000L;
        while (true)
        {
            Task next = signal.Next;
            Lease? lease = TryLease(request, token);
            if (lease is not null || clock.Now() >= until)
                return lease;
            // Leases that run out give no signal, so one looks again in any case.
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(1), clock, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Why a job that a message names can't be had by this worker, now or later; null where it may be. The message ends with it: a
    /// job that others may do is announced to them anew.</summary>
    public Refusal? WhyNot(LeaseRequest request)
    {
        if (request.Job is null)
            return null;
        using DbConnection connection = database.Read();
        (string? job, string? evaluation, long sandbox) = connection.QueryFirstOrDefault<(string?, string?, long)>("""
            SELECT job.state, evaluation.state, evaluation.sandbox FROM job JOIN evaluation ON evaluation.id = job.evaluation
                WHERE job.id = @Job
            """, new { request.Job });
        if (job is null or JobState.Done || evaluation != EvaluationState.Open)
            return new Refusal(StatusCodes.Status410Gone, "gone",
                $"{request.Job} is done, or nobody wants it any more. Take the message off the queue.");
        if (sandbox <= request.SandboxLevel)
            return null;
        database.Write(transaction => transaction.Connection!.Execute(
            "UPDATE job SET announced = NULL WHERE id = @Job AND state = 'waiting'", new { request.Job }, transaction));
        return new Refusal(StatusCodes.Status412PreconditionFailed, "sandbox",
            $"{request.Job} demands sandbox level {sandbox}, and this worker's holds {request.SandboxLevel}. It is for others.");
    }

    /// <summary>Gives out the next job, or the one that is asked for.</summary>
    /// <returns>Null where there is none to be had.</returns>
    public Lease? TryLease(LeaseRequest request, string token)
    {
        // Reading does not wait for the writer, and most of those who ask go away empty.
        using (DbConnection connection = database.Read())
        {
            if (FindFree(connection, null, request) is null)
                return null;
        }
        while (true)
        {
            FreeJob? deadly = null;
            Lease? lease = database.Write(transaction =>
            {
                if (FindFree(transaction.Connection!, transaction, request) is not { } job)
                    return null;
                bool wasLost = job.State == JobState.Leased;
                deadly = wasLost && job.Losses + 1 >= MostLosses ? job : null;
                return deadly is null ? Take(transaction, job, wasLost, request, token) : null;
            });
            if (lease is not null && request.Job is not null)
                Wake();    // a message less is out
            if (deadly is null)
                return lease;
            GiveUpUnheld(deadly.Id, $"{MostLosses} workers took {deadly.Id} and none came back: it seems to kill the worker, or its "
                + "machine. Look at the workers' logs, then try again.");
        }
    }

    /// <summary>Nobody gets this job any more, and its evaluation waits for an organiser: if nobody is at it, and it is not done. A message
    /// may come back to the broker again and again while another one of the same job has a worker.</summary>
    public void GiveUpUnheld(string job, string why) => journal.Write(writing =>
    {
        long unheld = writing.Transaction.Connection!.ExecuteScalar<long>("""
            SELECT COUNT(*) FROM job JOIN evaluation ON evaluation.id = job.evaluation
            WHERE job.id = @job AND evaluation.state = 'open' AND (job.state = 'waiting' OR job.state = 'leased' AND job.lease_until < @now)
            """, new { job, now = clock.Now() }, writing.Transaction);
        if (unheld > 0)
            evaluations.GiveUp(writing, job, "board", why);
        return unheld > 0;
    });

    /// <summary>Prolongs leases.</summary>
    /// <returns>The keys of those that hold no longer.</returns>
    public IReadOnlyList<string> Heartbeat(HeartbeatRequest request, string token) => database.Write(transaction =>
    {
        long now = clock.Now();
        List<string> lost = [];
        foreach (string key in request.Keys)
        {
            int kept = transaction.Connection!.Execute("""
                UPDATE job SET lease_until = @until WHERE lease_key = @key AND token = @token AND state = 'leased'
                  AND EXISTS (SELECT 1 FROM evaluation WHERE evaluation.id = job.evaluation AND evaluation.state = 'open')
                """, new { key, token, until = now + LeaseMilliseconds }, transaction);
            if (kept == 0)
                lost.Add(key);
        }
        transaction.Connection!.Execute("UPDATE worker SET seen = @now WHERE name = @Worker AND token = @token", new
        {
            now,
            request.Worker,
            token
        }, transaction);
        return lost;
    });

    /// <summary>While the board was down nobody could send a heartbeat: those who had a lease get the time to come back.</summary>
    public void ForgiveDowntime() => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE job SET lease_until = @until WHERE state = 'leased' AND lease_until < @until",
            new { until = clock.Now() + LeaseMilliseconds }, transaction));

    /// <summary>The job of a lease, if that is who holds it.</summary>
    /// <param name="transaction">Null to look outside of one.</param>
    public static HeldJob? Held(DbConnection connection, DbTransaction? transaction, string job, string key, string token) =>
        connection.QuerySingleOrDefault<HeldJob>("""
        SELECT job.id AS Id, job.evaluation AS Evaluation, job.kind AS Kind, job.number AS Number, job.token AS Token, job.worker AS Worker,
               job.faults AS Faults, evaluation.contest AS Contest, evaluation.phase AS Phase, evaluation.team AS Team,
                   evaluation.submission AS Submission,
               evaluation.baseline AS Baseline, evaluation.set_name AS SetName, evaluation.profile AS Profile,
                   evaluation.generation AS Generation
        FROM job JOIN evaluation ON evaluation.id = job.evaluation
        WHERE job.id = @job AND job.lease_key = @key AND job.token = @token AND job.state = 'leased' AND evaluation.state = 'open'
        """, new { job, key, token }, transaction);

    private void See(LeaseRequest request, string token) => database.Write(transaction => transaction.Connection!.Execute("""
        INSERT INTO worker (name, token, host, sandbox, version, seen) VALUES (@Worker, @token, @Host, @SandboxLevel, @Version, @now)
        ON CONFLICT (name) DO UPDATE SET token = excluded.token, host = excluded.host, sandbox = excluded.sandbox,
            version = excluded.version, seen = excluded.seen
        """, new { request.Worker, token, request.Host, request.SandboxLevel, request.Version, now = clock.Now() }, transaction));

    private FreeJob? FindFree(DbConnection connection, DbTransaction? transaction, LeaseRequest request) =>
        connection.QueryFirstOrDefault<FreeJob>(
        Free, new
        {
            now = clock.Now(),
            level = request.SandboxLevel,
            host = request.Host,
            pause = PauseOfHostMilliseconds,
            job = request.Job
        }, transaction);

    private Lease Take(DbTransaction transaction, FreeJob job, bool wasLost, LeaseRequest request, string token)
    {
        bool isNamed = request.Job is not null;    // the turn was taken when it was announced
        string worker = request.Worker;
        long now = clock.Now();
        string key = Secret.New();
        transaction.Connection!.Execute("""
            UPDATE job SET state = 'leased', lease_key = @key, token = @token, worker = @worker, leased = @now, lease_until = @until,
                losses = losses + @lost WHERE id = @Id
            """, new { job.Id, key, token, worker, now, until = now + LeaseMilliseconds, lost = wasLost ? 1 : 0 }, transaction);
        JobKind kind = Enum.Parse<JobKind>(job.Kind, ignoreCase: true);
        if (kind == JobKind.Shard && !isNamed)
            Evaluations.TakeTurn(transaction, job.Contest, job.Team);
        return new Lease
        {
            Job = job.Id,
            Kind = kind,
            Key = key,
            HeartbeatSeconds = HeartbeatSeconds,
            Evaluation = JsonSerializer.Deserialize(job.WorkOrder, JobsJson.Default.EvaluationOrder)!,
            Part = job.Part,
            Cases = kind == JobKind.Shard ? MissingCases(transaction, job.Id) : [],
        };
    }

    private static List<string> MissingCases(DbTransaction transaction, string job) => transaction.Connection!.Query<string>("""
        SELECT shard_case.block_group FROM shard_case
        LEFT JOIN case_result ON case_result.evaluation = shard_case.evaluation AND case_result.block_group = shard_case.block_group
        WHERE shard_case.job = @job AND case_result.bits IS NULL ORDER BY shard_case.place
        """, new { job }, transaction).AsList();
}
