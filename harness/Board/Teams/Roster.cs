using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Teams;

/// <summary>Who competes with whom: accepting the rules, making, joining and leaving teams.</summary>
internal sealed class Roster(Journal journal, TeamNames names, TimeProvider clock)
{
    public Refusal? AcceptRules(Visitor visitor, LiveContest contest, int version)
    {
        if (version != contest.Contest.RulesVersion)
            return Refusal.Conflict(
                $"The rules are at version {contest.Contest.RulesVersion} now; what you accepted was {version}. Read them again.");
        if (!contest.HasAccepted(visitor.AccountId!))
            journal.Append(contest.Name, (now, _) =>
                now.HasAccepted(visitor.AccountId!) ? [] : [new Draft(visitor.AccountId!, new RulesAccepted(version))]);
        return null;
    }

    /// <summary>Makes a team with the visitor as captain.</summary>
    /// <returns>Its id.</returns>
    public Outcome<string> Make(Visitor visitor, LiveContest contest, string? wanted)
    {
        if (Name.Fault(wanted) is { } fault)
            return Refusal.Invalid(fault);
        string name = Name.Tidy(wanted);
        string team = Secret.Id('g');
        SealedText sealedName = SealedText.Fresh(name);
        Refusal? refusal = null;
        journal.Append(contest.Name, (now, transaction) =>
        {
            refusal = MayNotJoin(now, visitor)
                ?? (now.Contest.MostTeams <= now.Teams.Count
                    ? Refusal.Conflict($"The contest takes {now.Contest.MostTeams} teams, and has them.") : null)
                ?? (TeamNames.Take(transaction, team, contest.Name, name, clock.Now())
                    ? null
                    : Refusal.Conflict(
                        $"\"{name}\", or a name that looks like it, is a team of this contest already. Choose another one."));
            return refusal is null ? [new Draft(visitor.AccountId!, new TeamMade(team, sealedName.Seal), [sealedName], visitor.AccountId)]
                : [];
        });
        return refusal is null ? team : refusal;
    }

    /// <summary>A new link to the visitor's team; only its captain has it.</summary>
    public Outcome<string> Invite(Visitor visitor, LiveContest contest)
    {
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict("You are in no team yet.");
        return team.Captain == visitor.AccountId ? names.NewInvitation(team.Id) : Refusal.Forbidden("Only the captain invites.");
    }

    public Refusal? Join(Visitor visitor, LiveContest contest, string code)
    {
        if (names.Invited(code) is not { } invited || invited.Contest != contest.Name)
            return Refusal.NotFound("This invitation is unknown, or the captain made a newer one.");
        Refusal? refusal = null;
        journal.Append(contest.Name, (now, _) =>
        {
            refusal = MayNotJoin(now, visitor)
                ?? (now.Contest.TeamCap <= now.Team(invited.Team)!.Members.Count
                    ? Refusal.Conflict($"The team is full: {now.Contest.TeamCap} people at most.") : null);
            return refusal is null ? [new Draft(visitor.AccountId!, new MemberJoined(invited.Team, visitor.AccountId!))] : [];
        });
        return refusal;
    }

    /// <summary>Leaves the team, or takes another member out of it (captains may).</summary>
    public Refusal? Leave(Visitor visitor, LiveContest contest, string? member = null)
    {
        string leaving = member ?? visitor.AccountId!;
        Refusal? refusal = null;
        journal.Append(contest.Name, (now, _) =>
        {
            TeamSoFar? team = now.TeamOf(visitor.AccountId!);
            refusal = team is null ? Refusal.Conflict("You are in no team.")
                : !team.Members.Contains(leaving) ? Refusal.NotFound("There is no such member in your team.")
                : leaving != visitor.AccountId && team.Captain != visitor.AccountId
                    ? Refusal.Forbidden("Only the captain takes members out.")
                : null;
            return refusal is null ? [new Draft(visitor.AccountId!, new MemberLeft(team!.Id, leaving))] : [];
        });
        return refusal;
    }

    private static Refusal? MayNotJoin(LiveContest contest, Visitor visitor) =>
        !contest.HasAccepted(visitor.AccountId!) ? Refusal.Conflict($"Accept the rules first: /c/{contest.Name}/rules.")
        : contest.TeamOf(visitor.AccountId!) is not null ? Refusal.Conflict("You are in a team of this contest already. Leave it first.")
        : null;
}
