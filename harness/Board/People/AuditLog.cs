using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.People;

/// <summary>Who did what as an organiser or to an account: what is no entry of a contest's log, and a trace of what is.</summary>
internal sealed class AuditLog(Database database, TimeProvider clock)
{
    public const int PageSize = 200;

    public void Note(Visitor visitor, string? contest, string action, string detail) =>
        database.Write(transaction => Note(transaction, visitor, contest, action, detail));

    public void Note(DbTransaction transaction, Visitor visitor, string? contest, string action, string detail) =>
        transaction.Connection!.Execute(
        "INSERT INTO audit (id, at, actor, contest, action, detail) VALUES (@id, @now, @actor, @contest, @action, @detail)",
        new { id = Secret.Id('l'), now = clock.Now(), actor = visitor.AccountId ?? "board", contest, action, detail }, transaction);

    /// <summary>A page of the newest, of one contest or of the whole board.</summary>
    public IReadOnlyList<AuditEntry> Read(string? contest, int page)
    {
        using DbConnection connection = database.Read();
        return connection.Query<AuditEntry>("""
            SELECT audit.at AS At, audit.actor AS Actor, account.handle AS Handle, audit.contest AS Contest, audit.action AS Action,
            audit.detail AS Detail
            FROM audit LEFT JOIN account ON account.id = audit.actor
            WHERE @contest IS NULL OR audit.contest = @contest
            ORDER BY audit.at DESC, audit.id LIMIT @PageSize OFFSET @offset
            """, new { contest, PageSize, offset = (long)(page - 1) * PageSize }).AsList();
    }
}
