using System.Data.Common;
using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.HandingIn;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.WalkIn;

/// <summary>
/// Handing in to a walk-in contest without having joined it. The first submission that is accepted claims its team's name: account, key,
/// team and submission are written
/// together or not at all, so a table that is refused takes no name, and a name is never there twice. After that the name is its key's.
/// </summary>
internal sealed class WalkInDesk(
    HandInDesk desk, Database database, Accounts accounts, Tokens tokens, Invitations invitations, EventCodes codes, BoardSettings settings,
    TimeProvider clock)
{
    /// <summary>Takes a submission and, where the name is new, the name.</summary>
    public async Task<Outcome<WalkedIn>> Take(RunningContest contest, string phase, NewTeam who, Upload upload, CancellationToken stop)
    {
        if (contest.Challenge.SignIn != SignIn.WalkIn)
            return Refusal.Conflict("This contest is not a walk-in one: sign in, or use the link that you were given.");
        Words words = Words.Of(contest.Challenge);
        if (!TeamKey.IsOne(who.Key))
            return Refusal.Invalid(words.TeamKeyExpected);
        if (HolderOf(who.Key!) is null && Fault(contest, who) is { } fault)
            return fault;
        if (desk.WhyNot(contest.Live, null, phase, words) is { } closed)
            return closed;
        bool isNew = false;
        Outcome<Accepted> taken =
            await desk.Take(contest, phase, upload, transaction => HolderOf(who.Key!, transaction), (now, transaction) =>
        {
            string? holder = HolderOf(who.Key!, transaction);
            if (desk.WhyNot(now, holder is null ? null : now.TeamOf(holder)?.Id, phase, words) is { } refusal)
                return refusal;
            if (holder is not null)
                return SenderOf(now, transaction, accounts.Find(holder)!, who.Name, words);
            Outcome<Sender> claimed = Claim(now, transaction, who, words);
            isNew = !claimed.IsRefused;
            return claimed;
        }, stop);
        return taken.IsRefused ? taken.Refusal : new WalkedIn(taken.Value, accounts.Find(HolderOf(who.Key!)!)!, isNew);
    }

    /// <summary>The account that a key opens; null while it opens none.</summary>
    private string? HolderOf(string key, DbTransaction? transaction = null)
    {
        using DbConnection? own = transaction is null ? database.Read() : null;
        return (transaction?.Connection ?? own!).QuerySingleOrDefault<string>("""
            SELECT t.account FROM token t JOIN account a ON a.id = t.account
            WHERE t.secret_sha256 = @sha256 AND t.scope = @scope AND t.revoked IS NULL AND t.expires > @now AND a.erased IS NULL
            """, new { sha256 = Secret.Sha256(key), scope = Scopes.Submit, now = clock.Now() }, transaction);
    }

    private Refusal? Fault(RunningContest contest, NewTeam who)
    {
        Words words = Words.Of(contest.Challenge);
        if (Name.Fault(who.Name, words) is { } fault)
            return Refusal.Invalid(fault);
        string name = Name.KeyOf(Name.Tidy(who.Name));
        if (contest.Challenge.Baselines.Any(baseline => Name.KeyOf(baseline.Title) == name || Name.KeyOf(baseline.Name) == name))
            return Refusal.Conflict(words.IsABaseline(Name.Tidy(who.Name)));
        return accounts.Count() >= settings.MaxAccounts
            ? Refusal.Conflict(words.BoardIsFull)
            : codes.Fault(contest.Name, who.EventCode, words);
    }

    /// <summary>Account, key and team of a new name. What could refuse it is asked before anything is written.</summary>
    private Outcome<Sender> Claim(LiveContest now, DbTransaction transaction, NewTeam who, Words words)
    {
        string name = Name.Tidy(who.Name);
        if (now.Contest.MostTeams is { } most && now.Teams.Count >= most)
            return Refusal.Conflict(words.ContestIsFull(most));
        Invitation? code = codes.Find(now.Name, who.EventCode);
        if (code is null && codes.IsAsked(now.Name))
            return Refusal.Forbidden(words.UnknownCode);
        Refusal taken = Refusal.Conflict(words.NameIsTaken(name));
        if (accounts.MakeWithoutPassword(transaction, name, Roles.Competitor) is not { } account)
            return taken;
        string team = Secret.Id('g');
        if (!TeamNames.Take(transaction, team, now.Name, name, clock.Now()))
        {
            Accounts.Remove(transaction, account.Id);
            return taken;
        }
        if (code is not null)
            invitations.Use(transaction, code);
        tokens.Keep(transaction, who.Key!, account.Id, TeamKey.TokenName, Scopes.Submit, Tokens.MostLifetime);
        return new Sender(account.Id, team, First(now, account.Id, team, name));
    }

    /// <summary>An account that has its key: with its team in this contest, or with one in another contest, which comes in here under its
    /// name.</summary>
    private Outcome<Sender> SenderOf(
        LiveContest now, DbTransaction transaction, Account account, string? wanted, Words words)
    {
        TeamSoFar? team = now.TeamOf(account.Id);
        string name = team is null ? account.Handle
            : transaction.Connection!.QuerySingleOrDefault<string>("SELECT name FROM team WHERE id = @Id", new { team.Id }, transaction)
            ?? account.Handle;
        if (!string.IsNullOrWhiteSpace(wanted) && Name.KeyOf(Name.Tidy(wanted)) != Name.KeyOf(name))
            return Refusal.Conflict(words.KeyOfAnother(name, Name.Tidy(wanted)));
        if (team is not null)
            return new Sender(account.Id, team.Id,
                now.HasAccepted(account.Id) ? [] : [new Draft(account.Id, new RulesAccepted(now.Contest.RulesVersion))]);
        string id = Secret.Id('g');
        return TeamNames.Take(transaction, id, now.Name, name, clock.Now())
            ? new Sender(account.Id, id, First(now, account.Id, id, name))
            : Refusal.Conflict(words.NameIsTakenHere(name));
    }

    private static List<Draft> First(LiveContest now, string account, string team, string name)
    {
        SealedText sealedName = SealedText.Fresh(name);
        List<Draft> first = [new Draft(account, new TeamMade(team, sealedName.Seal), [sealedName], account)];
        if (!now.HasAccepted(account))
            first.Insert(0, new Draft(account, new RulesAccepted(now.Contest.RulesVersion)));
        return first;
    }
}
