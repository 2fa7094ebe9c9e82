using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Submissions;

/// <summary>What a team does with what it handed in: withdrawing, and choosing for the final.</summary>
internal sealed class SubmissionDesk(Journal journal, TimeProvider clock)
{
    public Refusal? Withdraw(Visitor visitor, SubmissionView view)
    {
        Refusal? refusal = null;
        journal.Append(view.Contest.Name, (now, _) =>
        {
            refusal = NotOwn(visitor, now, view)
                ?? (now.Submission(view.Row.Id)!.IsWithdrawn ? Refusal.Conflict("It is withdrawn already.") : null);
            return refusal is null ? [new Draft(visitor.AccountId!, new Withdrawn(view.Row.Id))] : [];
        });
        return refusal;
    }

    /// <summary>Adds a submission to the team's choice for the final, or takes it out.</summary>
    public Refusal? Choose(Visitor visitor, SubmissionView view, bool chosen)
    {
        IReadOnlyList<string> before = Chosen(view.Contest.Live, view.Row.Team, view.Row.Phase);
        IReadOnlyList<string> after = chosen ? [.. before.Where(id => id != view.Row.Id), view.Row.Id]
            : [.. before.Where(id => id != view.Row.Id)];
        return Choose(visitor, view.Contest.Live, view.Row.Phase, after);
    }

    /// <summary>Sets the team's whole choice.</summary>
    public Refusal? Choose(Visitor visitor, LiveContest contest, string phase, IReadOnlyList<string> submissions)
    {
        Refusal? refusal = null;
        journal.Append(contest.Name, (now, _) =>
        {
            TeamSoFar? team = now.TeamOf(visitor.AccountId!);
            string? why = team is null ? "you are in no team"
                : now.Ask(fold => FinalChoice.Refusal(fold, team.Id, phase, submissions, clock.GetUtcNow()));
            refusal = why is null ? null : Refusal.Conflict($"This cannot be chosen: {why}.");
            return refusal is null ? [new Draft(visitor.AccountId!, new Selected(team!.Id, phase, submissions))] : [];
        });
        return refusal;
    }

    public static IReadOnlyList<string> Chosen(LiveContest contest, string team, string phase) =>
        contest.Ask<IReadOnlyList<string>>(fold => [.. fold.Phase(phase)?.ChosenBy(team) ?? []]);

    private static Refusal? NotOwn(Visitor visitor, LiveContest contest, SubmissionView view) =>
        contest.TeamOf(visitor.AccountId!)?.Id == view.Row.Team ? null : Refusal.NotFound("There is no such submission of yours.");
}
