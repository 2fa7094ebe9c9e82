using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>
/// What becomes of evaluations: queued, planned, cut into shards, merged, given up. Each step is one transaction with the entry of the log
/// that it leads to, so that
/// neither is there without the other. Ends are final; an organiser's second look begins again (<see cref="TryAgain"/>) or as a new
/// generation.
/// </summary>
internal sealed class Evaluations(TimeProvider clock, OutcomeLog outcomes)
{
    /// <summary>Tries of a job that end in faults of ours; then nobody waits for the evaluation any longer.</summary>
    public const int MostFaults = 3;

    private const long PauseMilliseconds = 1_000;

    /// <summary>Queues an evaluation, as part of what makes it due. Nothing happens where it is there already.</summary>
    public void Add(DbTransaction transaction, NewEvaluation one)
    {
        int added = transaction.Connection!.Execute("""
            INSERT INTO evaluation (id, contest, phase, team, submission, baseline, set_name, profile, generation, work_order, sandbox,
                state, queued, raised)
            VALUES (@Id, @Contest, @Phase, @Team, @Submission, @Baseline, @Set, @Profile, @Generation, @order, @SandboxLevel, 'open',
                @now, 0)
            ON CONFLICT (id) DO NOTHING
            """, new
        {
            one.Order.Id,
            one.Contest,
            one.Phase,
            one.Team,
            one.Submission,
            one.Baseline,
            one.Set,
            one.Profile,
            one.Generation,
            order = JsonSerializer.Serialize(one.Order, JobsJson.Default.EvaluationOrder),
            one.Order.SandboxLevel,
            now = clock.Now(),
        }, transaction);
        if (added == 1)
            AddJob(transaction, one.Order.Id, JobKind.Plan, 0, null);
    }

    /// <summary>The plan is made: shards wait to be played, or the submission is rejected.</summary>
    public void Planned(Writing writing, HeldJob job, PlanReport report)
    {
        DbTransaction transaction = writing.Transaction;
        Finish(transaction, job);
        if (report.Rejection is { } why)
        {
            Settle(transaction, job.Evaluation, EvaluationState.Rejected, why);
            TakeTurn(transaction, job.Contest, job.Team);    // it ran a compiler for the team, and no shard will count
            outcomes.Rejected(writing, job);
            return;
        }
        for (int shard = 1; shard <= report.Shards.Count; shard++)
        {
            string id = AddJob(transaction, job.Evaluation, JobKind.Shard, shard,
                string.Create(CultureInfo.InvariantCulture, $"{shard}/{report.Shards.Count}"));
            transaction.Connection!.Execute(
                "INSERT INTO shard_case (evaluation, block_group, job, place) VALUES (@Evaluation, @blockGroup, @id, @place)",
                report.Shards[shard - 1].Select((blockGroup, place) => new { job.Evaluation, blockGroup, id, place }), transaction);
        }
    }

    /// <summary>
    /// A case of a shard has its result: when it was the shard's last, the shard is done; when it was the evaluation's last, the merge is
    /// due.
    /// </summary>
    /// <returns>Whether the merge is due.</returns>
    public bool Played(DbTransaction transaction, HeldJob job)
    {
        if (IsMissing(transaction, "shard_case.job = @Id", job))
            return false;
        Finish(transaction, job);
        if (IsMissing(transaction, "shard_case.evaluation = @Evaluation", job))
            return false;
        AddJob(transaction, job.Evaluation, JobKind.Merge, Jobs(transaction, job.Evaluation), null);
        return true;
    }

    public void Merged(Writing writing, HeldJob job, MergeReport report)
    {
        Finish(writing.Transaction, job);
        Settle(writing.Transaction, job.Evaluation, EvaluationState.Scored, null);
        outcomes.Scored(writing, job, report);
    }

    /// <summary>
    /// A job could not be done for a reason of ours: it waits for another try. After the last one the evaluation waits for an organiser,
    /// and nobody for it.
    /// </summary>
    public void Faulted(Writing writing, HeldJob job, string host, string message)
    {
        if (job.Faults + 1 >= MostFaults)
        {
            GiveUp(writing, job.Id, job.Worker, message);
            return;
        }
        DbTransaction transaction = writing.Transaction;
        long now = clock.Now();
        Note(transaction, job.Evaluation, job.Id, job.Worker, message);
        transaction.Connection!.Execute("""
            UPDATE job SET state = 'waiting', lease_key = NULL, lease_until = NULL, faults = faults + 1, fault_host = @host,
                fault_at = @now, not_before = @next,
              announced = NULL
            WHERE id = @Id
            """, new { job.Id, host, now, next = now + PauseMilliseconds }, transaction);
    }

    /// <summary>Nobody waits for this evaluation any longer; it charges nobody.</summary>
    public void GiveUp(Writing writing, string job, string worker, string message)
    {
        DbTransaction transaction = writing.Transaction;
        (string evaluation, string contest, string submission, string? baseline) =
            transaction.Connection!.QuerySingle<(string, string, string, string?)>("""
            SELECT evaluation.id, evaluation.contest, evaluation.submission, evaluation.baseline FROM job
                JOIN evaluation ON evaluation.id = job.evaluation WHERE job.id = @job
            """, new { job }, transaction);
        Note(transaction, evaluation, job, worker, message);
        transaction.Connection!.Execute("UPDATE job SET state = 'waiting', lease_key = NULL, lease_until = NULL WHERE id = @job",
            new { job }, transaction);
        Settle(transaction, evaluation, EvaluationState.Unsettled, null);
        if (baseline is null)
            OutcomeLog.Unsettled(writing, contest, submission);
    }

    /// <summary>An organiser mended what was wrong: what is missing of an evaluation that was given up is done after all.</summary>
    /// <returns>Whether there was such an evaluation.</returns>
    public bool TryAgain(DbTransaction transaction, string evaluation)
    {
        int again = transaction.Connection!.Execute(
            "UPDATE evaluation SET state = 'open', settled = NULL WHERE id = @evaluation AND state = 'unsettled'", new { evaluation },
                transaction);
        if (again == 1)
        {
            transaction.Connection!.Execute(
                "UPDATE job SET faults = 0, losses = 0, fault_host = NULL, not_before = 0, announced = NULL WHERE evaluation = @evaluation "
                    + "AND state <> 'done'", new { evaluation }, transaction);
        }
        return again == 1;
    }

    /// <summary>Nobody wants to know any more: what is not done of it is not begun, and results that still come are not taken.</summary>
    public void Drop(DbTransaction transaction, string submission, int generation) => transaction.Connection!.Execute(
        "UPDATE evaluation SET state = 'dropped', settled = @now WHERE submission = @submission AND generation = @generation AND state = "
            + "'open'",
        new { submission, generation, now = clock.Now() }, transaction);

    /// <summary>The team's turn is over: the others come first.</summary>
    public static void TakeTurn(DbTransaction transaction, string contest, string team) => transaction.Connection!.Execute("""
        INSERT INTO team_turn (contest, team, turn) VALUES (@contest, @team, (SELECT COALESCE(MAX(turn), 0) + 1 FROM team_turn))
        ON CONFLICT (contest, team) DO UPDATE SET turn = excluded.turn
        """, new { contest, team }, transaction);

    private static string AddJob(DbTransaction transaction, string evaluation, JobKind kind, long number, string? part)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{evaluation}.{number}");
        transaction.Connection!.Execute("""
            INSERT INTO job (id, evaluation, kind, number, part, state, not_before, losses, faults) VALUES (@id, @evaluation, @kind,
                @number, @part, 'waiting', 0, 0, 0)
            """, new { id, evaluation, kind = kind.ToString().ToLowerInvariant(), number, part }, transaction);
        return id;
    }

    private void Finish(DbTransaction transaction, HeldJob job) => transaction.Connection!.Execute(
        "UPDATE job SET state = 'done', done = @now, lease_until = NULL WHERE id = @Id", new { job.Id, now = clock.Now() }, transaction);

    private void Settle(DbTransaction transaction, string evaluation, string state, string? rejection) => transaction.Connection!.Execute(
        "UPDATE evaluation SET state = @state, rejection = @rejection, settled = @now WHERE id = @evaluation", new
        {
            evaluation,
            state,
            rejection,
            now = clock.Now()
        }, transaction);

    private void Note(DbTransaction transaction, string evaluation, string job, string worker, string message) =>
        transaction.Connection!.Execute(
        "INSERT INTO job_fault (id, evaluation, job, message, worker, at) VALUES (@id, @evaluation, @job, @message, @worker, @now)",
        new { id = Secret.Id('f'), evaluation, job, message, worker, now = clock.Now() }, transaction);

    private static bool IsMissing(DbTransaction transaction, string ofWhich, HeldJob job) =>
        transaction.Connection!.ExecuteScalar<long>($"""
        SELECT COUNT(*) FROM shard_case
        LEFT JOIN case_result ON case_result.evaluation = shard_case.evaluation AND case_result.block_group = shard_case.block_group
        WHERE {ofWhich} AND case_result.bits IS NULL
        """, new { job.Id, job.Evaluation }, transaction) > 0;

    /// <summary>Plan and shards are numbered from 0, so this is the next number.</summary>
    private static long Jobs(DbTransaction transaction, string evaluation) =>
        transaction.Connection!.ExecuteScalar<long>("SELECT COUNT(*) FROM job WHERE evaluation = @evaluation", new { evaluation },
            transaction);
}
