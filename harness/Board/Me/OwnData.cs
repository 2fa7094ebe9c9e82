using System.Data.Common;
using Dapper;
using Evaluator.Board.Commits;
using Evaluator.Board.Contests;
using Evaluator.Board.Documents;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Profiles;
using Evaluator.Board.Refusals;
using Evaluator.Board.Repositories;
using Evaluator.Board.Store;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;
using Evaluator.Board.Work;

namespace Evaluator.Board.Me;

/// <summary>What the board knows of a person: all of it, and its erasure.</summary>
internal sealed class OwnData(
    Database database, ContestShelf shelf, Accounts accounts, TeamNames names, Journal journal, TimeProvider clock)
{
    public object? Export(string account)
    {
        if (accounts.Find(account) is not { } known)
            return null;
        using DbConnection connection = database.Read();
        return new
        {
            account = new { known.Id, known.Handle, known.Role, known.Created },
            tokens = connection.Query("SELECT name, scope, created, expires, last_used, revoked FROM token WHERE account = @account",
                new { account }),
            submissions = connection.Query(
                "SELECT id, contest, phase, team, file_name, remark, sha256, bytes, received FROM submission WHERE account = @account "
                + "ORDER BY received", new { account }),
            documents = connection.Query(
                "SELECT id, contest, phase, team, kind, file_name, sha256, bytes, received FROM document WHERE account = @account "
                + "ORDER BY received", new { account }),
            profile = connection.Query("SELECT shown, about FROM profile WHERE account = @account", new { account }),
            elsewhere = connection.Query("SELECT key_id, text, received FROM profile_elsewhere WHERE account = @account", new { account }),
            repositories = connection.Query(
                "SELECT id, contest, team, url, path, phase, branch, created, removed FROM repository WHERE account = @account "
                + "ORDER BY created", new { account }),
            authors = connection.Query("SELECT contest, team, mail, claimed, confirmed FROM author_claim WHERE account = @account "
                + "ORDER BY contest, mail", new { account }),
            texts = connection.Query("SELECT contest, text, seal FROM seal WHERE owner = @account ORDER BY seal", new { account }),
            contests = shelf.All.Select(contest => new { contest.Name, team = contest.Live.TeamOf(account)?.Id })
                .Where(contest => contest.team is not null),
            audit = connection.Query("SELECT at, contest, action, detail FROM audit WHERE actor = @account ORDER BY at", new { account }),
        };
    }

    /// <summary>Erases a person. The log keeps ids; what they stood for is gone.</summary>
    public Refusal? Erase(Account account)
    {
        if (account.IsOrganiser && accounts.All().Count(other => other.IsOrganiser) == 1)
            return Refusal.Conflict("You are the last organiser of this board. Make another one first.");
        string[] alone = [.. journal.All.Select(contest => contest.TeamOf(account.Id)).OfType<TeamSoFar>()
            .Where(team => team.Members.Count == 1).Select(team => team.Id)];
        journal.Write<bool>(writing =>
        {
            DbTransaction transaction = writing.Transaction;
            foreach (string team in alone)
                TeamNames.Erase(transaction, team);
            OrderNames.Erase(transaction, account.Id);
            SubmissionRows.Erase(transaction, account.Id);
            DocumentRows.Erase(transaction, account.Id);
            ProfileRows.Erase(transaction, account.Id);
            AuthorClaims.Erase(transaction, account.Id);
            RepositoryRows.Erase(transaction, account.Id, clock.Now());
            Seals.Erase(transaction, account.Id);
            transaction.Connection!.Execute("UPDATE audit SET detail = 'erased' WHERE actor = @Id", new { account.Id }, transaction);
            Accounts.Erase(transaction, account.Id, clock.Now());
            return true;
        });
        foreach (string team in alone)
            names.Forget(team);
        return null;
    }
}
