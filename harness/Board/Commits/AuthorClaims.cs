using System.Data.Common;
using Dapper;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commits;

/// <summary>
/// Whose the commits of a team are. A member says that a mail address in them is theirs, and the captain confirms it (a captain's own claim
/// needs nobody); the board sends no mail, so it asks no mailbox. Claims are rows outside of the log, and go with the person.
/// </summary>
internal sealed class AuthorClaims(Database database, TimeProvider clock)
{
    /// <summary>The authors of a team's commits, by their mail addresses, with who claims them.</summary>
    public IReadOnlyList<CommitAuthor> Of(string contest, string team)
    {
        using DbConnection connection = database.Read();
        return connection.Query<CommitAuthor>("""
            SELECT author.mail AS Mail, author.name AS Name, author.commits AS Commits, author_claim.account AS Account,
                author_claim.confirmed AS Confirmed
            FROM (SELECT author_mail AS mail, MAX(author_name) AS name, COUNT(DISTINCT source_commit.commit_id) AS commits
                FROM source_commit
                JOIN source ON source.submission = source_commit.submission
                WHERE source.contest = @contest AND source.team = @team AND author_mail <> '' GROUP BY author_mail) AS author
            LEFT JOIN author_claim
                ON author_claim.contest = @contest AND author_claim.team = @team AND author_claim.mail = author.mail
            ORDER BY author.mail
            """, new { contest, team }).AsList();
    }

    /// <summary>The accounts behind mail addresses, of confirmed claims.</summary>
    public IReadOnlyDictionary<string, string> Accounts(string contest, string team)
    {
        using DbConnection connection = database.Read();
        return connection.Query<(string Mail, string Account)>(
            "SELECT mail, account FROM author_claim WHERE contest = @contest AND team = @team AND confirmed IS NOT NULL",
            new { contest, team }).ToDictionary(row => row.Mail, row => row.Account, StringComparer.Ordinal);
    }

    /// <summary>The accounts of the authors of each submission's commits, of confirmed claims.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Authors(string contest)
    {
        using DbConnection connection = database.Read();
        return connection.Query<(string Submission, string Account)>("""
            SELECT DISTINCT source.submission, author_claim.account
            FROM author_claim
            JOIN source ON source.contest = author_claim.contest AND source.team = author_claim.team
            JOIN source_commit ON source_commit.submission = source.submission AND source_commit.author_mail = author_claim.mail
            WHERE author_claim.contest = @contest AND author_claim.confirmed IS NOT NULL ORDER BY author_claim.account
            """, new { contest }).GroupBy(row => row.Submission, row => row.Account, StringComparer.Ordinal)
            .ToDictionary(row => row.Key, IReadOnlyList<string> (row) => [.. row], StringComparer.Ordinal);
    }

    /// <summary>A name for what is claimed in a contest: another one after each confirmation, and after the end of a claim.</summary>
    public string VersionOf(string contest)
    {
        using DbConnection connection = database.Read();
        (long count, long newest) = connection.QuerySingle<(long, long)>(
            "SELECT COUNT(*), COALESCE(MAX(confirmed), 0) FROM author_claim WHERE contest = @contest AND confirmed IS NOT NULL",
            new { contest });
        return $"{count}.{newest}";
    }

    /// <summary>The visitor says that a mail address in the team's commits is theirs.</summary>
    public Refusal? Claim(Visitor visitor, LiveContest contest, string? mail)
    {
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict("You are in no team of this contest.");
        if (Of(contest.Name, team.Id).All(author => author.Mail != mail))
            return Refusal.NotFound("No commit that your team handed in has this author.");
        long now = clock.Now();
        int taken = database.Write(transaction => transaction.Connection!.Execute("""
            INSERT INTO author_claim (contest, team, mail, account, claimed, confirmed)
            VALUES (@Name, @Id, @mail, @account, @now, @confirmed) ON CONFLICT (contest, team, mail) DO NOTHING
            """, new
        {
            contest.Name,
            team.Id,
            mail,
            account = visitor.AccountId,
            now,
            confirmed = team.Captain == visitor.AccountId ? now : (long?)null,
        }, transaction));
        return taken == 1 ? null : Refusal.Conflict("This author is claimed already. Whoever claims it, or the captain, can end that.");
    }

    /// <summary>The captain says that a claim is right.</summary>
    public Refusal? Confirm(Visitor visitor, LiveContest contest, string? mail)
    {
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict("You are in no team of this contest.");
        if (team.Captain != visitor.AccountId)
            return Refusal.Forbidden("The captain confirms whose commits are whose.");
        return database.Write(transaction => transaction.Connection!.Execute(
            "UPDATE author_claim SET confirmed = @now WHERE contest = @Name AND team = @Id AND mail = @mail AND confirmed IS NULL",
            new { contest.Name, team.Id, mail, now = clock.Now() }, transaction)) == 1
            ? null
            : Refusal.NotFound("There is no such claim to confirm.");
    }

    /// <summary>Ends a claim: whoever made it, or the captain.</summary>
    public Refusal? End(Visitor visitor, LiveContest contest, string? mail)
    {
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict("You are in no team of this contest.");
        return database.Write(transaction => transaction.Connection!.Execute("""
            DELETE FROM author_claim WHERE contest = @Name AND team = @Id AND mail = @mail AND (account = @account OR @isCaptain = 1)
            """, new
        {
            contest.Name,
            team.Id,
            mail,
            account = visitor.AccountId,
            isCaptain = team.Captain == visitor.AccountId ? 1 : 0,
        }, transaction)) == 1
            ? null
            : Refusal.NotFound("There is no such claim of yours.");
    }

    /// <summary>A person goes: the names and mail addresses that they claimed go out of the commits, and their claims.</summary>
    public static void Erase(DbTransaction transaction, string account)
    {
        transaction.Connection!.Execute("""
            UPDATE source_commit SET author_name = 'erased', author_mail = '', subject = 'erased' WHERE EXISTS (SELECT 1 FROM source
                JOIN author_claim ON author_claim.contest = source.contest AND author_claim.team = source.team
                WHERE source.submission = source_commit.submission AND author_claim.mail = source_commit.author_mail
                    AND author_claim.account = @account)
            """, new { account }, transaction);
        transaction.Connection!.Execute("DELETE FROM author_claim WHERE account = @account", new { account }, transaction);
    }
}
