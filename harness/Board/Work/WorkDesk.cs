using Dapper;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Work;

/// <summary>
/// What organisers do about the queue: have given-up evaluations done after all, put one before the others, decide conflicts, make and
/// revoke workers' tokens.
/// </summary>
internal sealed class WorkDesk(
    Database database, Journal journal, Evaluations evaluations, WorkQueue queue, Tokens tokens, AuditLog audit, TimeProvider clock)
{
    private const int LongestName = 60;
    private const int LongestReason = 500;

    public Refusal? TryAgain(Visitor visitor, string contest, string evaluation)
    {
        bool again = database.Write(transaction =>
        {
            bool ofContest = transaction.Connection!.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM evaluation WHERE id = @evaluation AND contest = @contest", new { evaluation, contest }, transaction)
                    > 0;
            if (!ofContest || !evaluations.TryAgain(transaction, evaluation))
                return false;
            audit.Note(transaction, visitor, contest, "evaluation-again", evaluation);
            return true;
        });
        queue.Wake();
        return again ? null : Refusal.NotFound("No evaluation of that name was given up.");
    }

    /// <summary>What is queued of a submission comes before everything else.</summary>
    public Refusal? Raise(Visitor visitor, string contest, string submission)
    {
        int raised = database.Write(transaction =>
        {
            int rows = transaction.Connection!.Execute(
                "UPDATE evaluation SET raised = @now WHERE contest = @contest AND submission = @submission AND state = 'open'",
                new { contest, submission, now = clock.Now() }, transaction);
            if (rows > 0)
                audit.Note(transaction, visitor, contest, "evaluation-raised", submission);
            return rows;
        });
        queue.Wake();
        return raised > 0 ? null : Refusal.NotFound("Nothing of that submission waits or is being played.");
    }

    /// <summary>Says of two results of a case that differ that the first one stands; or takes that back.</summary>
    public Refusal? Decide(Visitor visitor, string contest, string conflict, bool holds, string? reason)
    {
        string why = (reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
            return Refusal.Invalid($"Say why, in 1 to {LongestReason} characters; the reason stays with the decision.");
        SealedText sealedReason = SealedText.Fresh(why);
        Refusal? refusal = null;
        journal.Append(contest, (_, transaction) =>
        {
            (string Submission, long? Decided) found = transaction.Connection!.QuerySingleOrDefault<(string, long?)>("""
                SELECT evaluation.submission, case_conflict.decided FROM case_conflict
                JOIN evaluation ON evaluation.id = case_conflict.evaluation
                WHERE case_conflict.id = @conflict AND evaluation.contest = @contest
                """, new { conflict, contest }, transaction);
            refusal = found.Submission is null ? Refusal.NotFound("There is no such conflict in this contest.")
                : found.Decided is not null == holds ? Refusal.Conflict("That is so already; nothing was changed.")
                : null;
            if (refusal is not null)
                return [];
            transaction.Connection!.Execute("UPDATE case_conflict SET decided = @decided WHERE id = @conflict",
                new { conflict, decided = holds ? clock.Now() : (long?)null }, transaction);
            audit.Note(transaction, visitor, contest, holds ? "conflict-decided" : "conflict-open", $"{conflict}: {found.Submission}");
            return [new Draft(visitor.AccountId!, new ConflictDecided(conflict, found.Submission!, holds, sealedReason.Seal),
                [sealedReason], visitor.AccountId)];
        });
        return refusal;
    }

    /// <returns>The secret, shown this once.</returns>
    public Outcome<string> MakeToken(Visitor visitor, string contest, string? name)
    {
        string called = (name ?? "").Trim();
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
            return Refusal.Invalid($"A worker's name has 1 to {LongestName} characters; the machine's is a good one.");
        string secret = WorkerTokens.Make(tokens, called);
        database.Write(transaction => audit.Note(transaction, visitor, contest, "worker-token", called));
        return secret;
    }

    public Refusal? RevokeToken(Visitor visitor, string contest, string token)
    {
        if (tokens.OfWorkers().All(one => one.Id != token) || !tokens.Revoke(token, null))
            return Refusal.NotFound("There is no such token of a worker that could be revoked.");
        database.Write(transaction => audit.Note(transaction, visitor, contest, "worker-revoked", token));
        return null;
    }
}
