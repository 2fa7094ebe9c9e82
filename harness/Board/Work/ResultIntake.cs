using System.Data.Common;
using Dapper;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>
/// Takes what workers post, from the holder of the lease alone. The first result of a case counts; a second one with the same bits is
/// nothing, one with other bits is
/// kept as a conflict. Whoever has lost the lease meanwhile may still say what it found: no result comes of that, but a conflict may.
/// </summary>
internal sealed class ResultIntake(Database database, Journal journal, TimeProvider clock, WorkQueue queue, Evaluations evaluations)
{
    public Refusal? Planned(string job, string key, string token, PlanReport report, IReadOnlyList<RunFile> files) =>
        Take(job, key, token, "plan", (writing, held) =>
    {
        Keep(writing.Transaction, held, files);
        evaluations.Planned(writing, held, report);
    });

    public Refusal? Merged(string job, string key, string token, MergeReport report, IReadOnlyList<RunFile> files) =>
        Take(job, key, token, "merge", (writing, held) =>
    {
        Keep(writing.Transaction, held, files);
        evaluations.Merged(writing, held, report);
    });

    public Refusal? Faulted(string job, string key, string token, string host, FaultReport report) =>
        Take(job, key, token, null, (writing, held) => evaluations.Faulted(writing, held, host, report.Message));

    public Refusal? Played(string job, string key, string token, CaseReport report, IReadOnlyList<RunFile> files)
    {
        bool isMergeDue = false;
        Refusal? refusal = database.Write(transaction =>
        {
            if (WorkQueue.Held(transaction.Connection!, transaction, job, key, token) is { } held)
                return Played(transaction, held, token, report, files, out isMergeDue);
            Contradict(transaction, job, token, report, files);
            return HasSame(transaction, job, report) ? null : Lost(job);
        });
        if (isMergeDue)
            queue.Wake();    // not at every case: all who wait would look for a job that is not there
        return refusal;
    }

    private Refusal? Take(string job, string key, string token, string? kind, Action<Writing, HeldJob> take)
    {
        Refusal? refusal = journal.Write(writing =>
        {
            if (WorkQueue.Held(writing.Transaction.Connection!, writing.Transaction, job, key, token) is not { } held)
                return Lost(job);
            if (kind is not null && held.Kind != kind)
                return Refusal.Invalid($"{job} is a {held.Kind}, and this is what ends a {kind}.");
            take(writing, held);
            return null;
        });
        queue.Wake();
        return refusal;
    }

    private Refusal? Played(DbTransaction transaction, HeldJob held, string token, CaseReport report, IReadOnlyList<RunFile> files,
        out bool isMergeDue)
    {
        isMergeDue = false;
        long ofShard = transaction.Connection!.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM shard_case WHERE job = @Id AND block_group = @Case", new { held.Id, report.Case }, transaction);
        if (ofShard == 0)
            return Refusal.Invalid($"{report.Case} is no case of {held.Id}.");
        int added = transaction.Connection!.Execute("""
            INSERT INTO case_result (evaluation, block_group, bits, token, worker, at) VALUES (@Evaluation, @Case, @Bits, @token, @Worker,
                @now)
            ON CONFLICT (evaluation, block_group) DO NOTHING
            """, new { held.Evaluation, report.Case, report.Bits, token, held.Worker, now = clock.Now() }, transaction);
        if (added == 1)
        {
            Keep(transaction, held, files);
            isMergeDue = evaluations.Played(transaction, held);
        }
        else
        {
            Contradict(transaction, held.Id, token, report, files);
        }
        return null;
    }

    /// <summary>Keeps a second result of a case that says something else than the first.</summary>
    private void Contradict(DbTransaction transaction, string job, string token, CaseReport report, IReadOnlyList<RunFile> files)
    {
        string? caseFile = files.FirstOrDefault(file => file.Name.StartsWith("cases/", StringComparison.Ordinal))?.Sha256;
        transaction.Connection!.Execute("""
            INSERT INTO case_conflict (id, evaluation, block_group, bits, sha256, token, worker, at)
            SELECT @id, job.evaluation, @Case, @Bits, @caseFile, @token, COALESCE(job.worker, ''), @now
            FROM job JOIN case_result ON case_result.evaluation = job.evaluation AND case_result.block_group = @Case
            WHERE job.id = @job AND case_result.bits <> @Bits
            ON CONFLICT (evaluation, block_group, bits) DO NOTHING
            """, new { id = Secret.Id('x'), job, token, report.Case, report.Bits, caseFile = caseFile ?? "", now = clock.Now() },
                transaction);
    }

    /// <summary>The answer to the first try was lost on its way, and the shard was done with it.</summary>
    private static bool HasSame(DbTransaction transaction, string job, CaseReport report) => transaction.Connection!.ExecuteScalar<long>("""
        SELECT COUNT(*) FROM job JOIN case_result ON case_result.evaluation = job.evaluation
        WHERE job.id = @job AND case_result.block_group = @Case AND case_result.bits = @Bits
        """, new { job, report.Case, report.Bits }, transaction) > 0;

    /// <summary>Files appear once; what a posting that came twice brings is there already.</summary>
    private static void Keep(DbTransaction transaction, HeldJob held, IReadOnlyList<RunFile> files) => transaction.Connection!.Execute("""
        INSERT INTO run_file (evaluation, name, sha256, size) VALUES (@Evaluation, @Name, @Sha256, @Bytes) ON CONFLICT (evaluation,
            name) DO NOTHING
        """, files.Select(file => new { held.Evaluation, file.Name, file.Sha256, file.Bytes }), transaction);

    private static Refusal Lost(string job) => Refusal.Conflict(
        $"The lease of {job} is over: somebody else has the job, or it is done. Nothing was taken. Ask for another job.");
}
