using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Challenges;

namespace Evaluator.Board.WalkIn;

/// <summary>New keys for teams that lost theirs: an organiser hands them out.</summary>
internal sealed class TeamKeys(Database database, Tokens tokens, AuditLog audit, TimeProvider clock)
{
    /// <returns>The new key; the old one opens nothing any longer.</returns>
    public Outcome<string> Renew(Visitor visitor, RunningContest contest, string team)
    {
        if (contest.Challenge.SignIn != SignIn.WalkIn)
            return Refusal.Conflict("Only teams of a walk-in contest have keys.");
        if (contest.Live.Team(team)?.Captain is not { } captain)
            return Refusal.NotFound("There is no such team.");
        string key = TeamKey.New();
        database.Write(transaction =>
        {
            transaction.Connection!.Execute(
                "UPDATE token SET revoked = @now WHERE account = @captain AND name = @TokenName AND revoked IS NULL",
                new { captain, TeamKey.TokenName, now = clock.Now() }, transaction);
            tokens.Keep(transaction, key, captain, TeamKey.TokenName, Scopes.Submit, Tokens.MostLifetime);
        });
        audit.Note(visitor, contest.Name, "new-team-key", team);
        return key;
    }
}
