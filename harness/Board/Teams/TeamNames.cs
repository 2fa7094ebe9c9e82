using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.Board.Teams;

/// <summary>The names of teams: erasable, so not in the log.</summary>
internal sealed class TeamNames(Database database)
{
    private const string Erased = "erased";

    // A name never changes until it is erased; standings ask for a hundred of them a page.
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>Takes a name within a transaction; false where the contest has it, or one that looks like it.</summary>
    public static bool Take(DbTransaction transaction, string id, string contest, string name, long now) =>
        transaction.Connection!.Execute("""
        INSERT INTO team (id, contest, name, name_key, created) VALUES (@id, @contest, @name, @key, @now) ON CONFLICT (contest, name_key)
        DO NOTHING
        """, new { id, contest, name, key = Name.KeyOf(name), now }, transaction) == 1;

    /// <summary>The names of a contest's teams by id.</summary>
    public IReadOnlyDictionary<string, string> Of(string contest)
    {
        using DbConnection connection = database.Read();
        return connection.Query<(string Id, string Name)>("SELECT id, name FROM team WHERE contest = @contest", new { contest })
            .ToDictionary(row => row.Id, row => row.Name);
    }

    public string NameOf(string team)
    {
        if (known.TryGetValue(team, out string? name))
            return name;
        using DbConnection connection = database.Read();
        string? stored = connection.QuerySingleOrDefault<string>("SELECT name FROM team WHERE id = @team", new { team });
        return stored is null ? Erased : known[team] = stored;
    }

    /// <summary>Forgets a name that was erased; asked for again, it is read anew.</summary>
    public void Forget(string team) => known.TryRemove(team, out _);

    /// <summary>Sets the code of a team's link; the one before stops working.</summary>
    public string NewInvitation(string team)
    {
        string code = Secret.New();
        database.Write(transaction => transaction.Connection!.Execute(
            "UPDATE team SET invite_sha256 = @sha256 WHERE id = @team", new { team, sha256 = Secret.Sha256(code) }, transaction));
        return code;
    }

    /// <summary>The team that a code invites to; null where it is none's.</summary>
    public (string Team, string Contest)? Invited(string code)
    {
        using DbConnection connection = database.Read();
        (string Id, string Contest, string Sha256) row = connection.QuerySingleOrDefault<(string, string, string)>(
            "SELECT id, contest, invite_sha256 FROM team WHERE invite_sha256 = @sha256", new { sha256 = Secret.Sha256(code) });
        return row.Id is not null && Secret.Is(code, row.Sha256) ? (row.Id, row.Contest) : null;
    }

    /// <summary>A team whose last member was erased loses its name.</summary>
    public static void Erase(DbTransaction transaction, string team) => transaction.Connection!.Execute(
        "UPDATE team SET name = @Erased, name_key = id, invite_sha256 = NULL WHERE id = @team", new { team, Erased }, transaction);
}
