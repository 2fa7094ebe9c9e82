using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.Organising;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rewards;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Rewards;

/// <summary>What organisers do about rewards: rules with their versions, grants, and the word that something is a single model.</summary>
internal sealed class RewardsDesk(Journal journal, AuditLog audit)
{
    private const int MostPoints = 1_000_000_000;
    private const int LongestTitle = 100;

    /// <summary>Reads a rule in the form of <c>challenge.json</c>.</summary>
    public static Outcome<RewardRule> Read(RunningContest contest, byte[] json)
    {
        RewardRule? rule = RewardText.Read(
            json, contest.Live.Contest.Columns, contest.Live.Phases, contest.Challenge.Predictor, out IReadOnlyList<ChallengeFault> faults);
        if (rule is null)
            return Refusal.Invalid(string.Join("\n", faults.Select(fault => $"{fault.Found}; expected {fault.Expected}.")));
        if (rule.Kind == RewardKind.Grant)
            return Refusal.Invalid("What you give yourself needs no rule: give it, with a reason.");
        return rule.Title.Length > LongestTitle || rule.Title.Any(char.IsControl)
            ? Refusal.Invalid($"A title has 1 to {LongestTitle} characters on one line.")
            : rule;
    }

    /// <summary>Who would get what if the rule had held from the first submission on.</summary>
    public static IReadOnlyList<Award> Preview(RunningContest contest, RewardRule rule) =>
        contest.Live.Ask(fold => RewardFold.Preview(fold, rule));

    /// <summary>Sets a rule, new or a new version of one, for submissions from now on.</summary>
    public Refusal? Set(Visitor visitor, LiveContest contest, RewardRule rule) => Append(visitor, contest, "reward-rule", rule.Name, now =>
        now.Ask(fold => fold.Rewards.Rules.FirstOrDefault(known => known.Rule.Name == rule.Name)) is { } known
            && WhyNoVersion(known.Rule, rule) is { } why ? why
        : now.Says(new RuleSet(rule, Ended: false)) ? Refusal.Conflict("The rule is so already; nothing was changed.")
        : new Draft(visitor.AccountId!, new RuleSet(rule, Ended: false)));

    /// <summary>Ends a rule: it pays nothing for submissions from now on. What it paid stands.</summary>
    public Refusal? End(Visitor visitor, LiveContest contest, string name) => Append(visitor, contest, "reward-rule-ended", name, now =>
        now.Ask(fold => fold.Rewards.Rules.FirstOrDefault(known => known.Rule.Name == name)) is not { } known
            ? Refusal.NotFound($"There is no rule \"{name}\".")
        : known.Ended ? Refusal.Conflict("It has ended already.")
        : new Draft(visitor.AccountId!, new RuleSet(known.Rule, Ended: true)));

    /// <summary>Gives points to a team; they stand on the profiles of those who are in it now.</summary>
    public Refusal? Give(Visitor visitor, LiveContest contest, string? team, int points, string? reason)
    {
        if (points is < 1 or > MostPoints)
            return Refusal.Invalid($"Points are a whole number from 1 to {MostPoints}.");
        Outcome<SealedText> said = ContestDesk.Reason(reason);
        if (said.IsRefused)
            return said.Refusal;
        return Append(visitor, contest, "grant", $"{points} to {team}", now =>
            now.Ask(fold => fold.Team(team ?? "")?.Members) is not { } members
                ? Refusal.NotFound($"There is no team \"{team}\" in this contest.")
                : new Draft(visitor.AccountId!, new Grant(team!, points, said.Value.Seal, members), [said.Value], visitor.AccountId));
    }

    /// <summary>Takes back what an organiser gave. What a rule gave, only the rule takes back.</summary>
    public Refusal? TakeBack(Visitor visitor, LiveContest contest, string? id) =>
        Append(visitor, contest, "grant-taken-back", id ?? "", now =>
            now.Ask(fold => fold.Rewards.Ledger.FirstOrDefault(entry => entry.Grant is not null && entry.Id == id)) is not { } grant
            ? Refusal.NotFound("There is no such grant. What a rule gave, only the rule takes back.")
        : grant.ReversedBy is not null ? Refusal.Conflict("It is taken back already.")
        : new Draft(visitor.AccountId!, new Reversal(grant.Seq)));

    /// <summary>Says whether a submission is a single model, as its team declares; no machine can tell.</summary>
    public Refusal? Attest(Visitor visitor, LiveContest contest, string? submission, bool holds, string? reason)
    {
        Outcome<SealedText> said = ContestDesk.Reason(reason);
        if (said.IsRefused)
            return said.Refusal;
        return Append(visitor, contest, holds ? "attest" : "deny", submission ?? "", now =>
            now.Submission(submission ?? "") is not { } known
                ? Refusal.NotFound($"There is no submission \"{submission}\" in this contest.")
            : known.Accepted.SingleModel != true ? Refusal.Conflict("Its team does not say that it is a single model.")
            : new Draft(visitor.AccountId!, new Attested(known.Id, holds, said.Value.Seal), [said.Value], visitor.AccountId));
    }

    private Refusal? Append(Visitor visitor, LiveContest contest, string action, string detail, Func<LiveContest, Outcome<Draft>> decide)
    {
        Refusal? refusal = null;
        journal.Append(contest.Name, (now, transaction) =>
        {
            Outcome<Draft> decided = decide(now);
            refusal = decided.Refusal;
            if (decided.IsRefused)
                return [];
            audit.Note(transaction, visitor, contest.Name, action, detail);
            return [decided.Value];
        });
        return refusal;
    }

    // A version that looked at something else would unpay what was paid.
    private static Refusal? WhyNoVersion(RewardRule known, RewardRule wanted) =>
        known.Kind == wanted.Kind && known.Phase == wanted.Phase && known.Column == wanted.Column && known.Scope == wanted.Scope
            ? null
            : Refusal.Conflict($"\"{known.Name}\" is there already. A new version keeps its kind, phase, column and how often it pays: "
                + "what was paid stands on them. End it, and make a rule with another name.");
}
