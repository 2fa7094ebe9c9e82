using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Challenges;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Organising;

/// <summary>What organisers do to a contest. Each act is an entry, valid from then on; what undoes it is another entry.</summary>
internal sealed class ContestDesk(Journal journal, AuditLog audit)
{
    private const int LongestReason = 500;

    /// <summary>Sets a phase anew, for submissions from now on.</summary>
    public Refusal? SetPhase(Visitor visitor, LiveContest contest, Phase phase)
    {
        foreach ((string member, string found, string expected) in PhaseTimes.Faults(phase))
            return Refusal.Invalid($"`{member}` {found}; expected {expected}.");
        ContestSet settings = contest.Contest;
        foreach ((string found, string expected)
            in PhaseLadder.Faults(phase, settings.Columns, settings.Kind, settings.SignIn))
            return Refusal.Invalid($"`release` {found}; expected {expected}.");
        foreach ((string found, string expected) in PhaseGates.Faults(phase, contest.Phases, settings.Columns))
            return Refusal.Invalid($"`needs` {found}; expected {expected}.");
        if (phase.Title.Trim().Length is 0 or > 100 || phase.Title.Any(char.IsControl))
            return Refusal.Invalid("A phase has a title of 1 to 100 characters on one line.");
        PhaseSet set = new(phase);
        if (contest.Says(set))
            return Refusal.Conflict("The phase is so already; nothing was changed.");
        return Append(visitor, contest, "phase", phase.Name, new Draft(visitor.AccountId!, set));
    }

    public Refusal? Freeze(Visitor visitor, LiveContest contest, string phase, bool holds) => contest.Phase(phase) is null
        ? NoPhase(phase)
        : Append(visitor, contest, holds ? "freeze" : "unfreeze", phase, new Draft(visitor.AccountId!, new Frozen(phase, holds)));

    public Refusal? Publish(Visitor visitor, LiveContest contest, string phase, bool holds) => contest.Phase(phase) is null
        ? NoPhase(phase)
        : Append(visitor, contest, holds ? "publish" : "unpublish", phase, new Draft(visitor.AccountId!, new Published(phase, holds)));

    public Refusal? Ignore(Visitor visitor, LiveContest contest, string? submission, string? team, string? reason) =>
        Judge(visitor, contest, submission, team, reason, "ignore", seal => new Ignored(submission, team, seal));

    public Refusal? Reinstate(Visitor visitor, LiveContest contest, string? submission, string? team, string? reason) =>
        Judge(visitor, contest, submission, team, reason, "reinstate", seal => new Reinstated(submission, team, seal));

    /// <summary>A reason as a seal; a refusal where it is none.</summary>
    public static Outcome<SealedText> Reason(string? reason)
    {
        string text = (reason ?? "").Trim();
        return text.Length is 0 or > LongestReason || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            ? Refusal.Invalid($"Give a reason of 1 to {LongestReason} characters; it stands in the log, sealed.")
            : SealedText.Fresh(text);
    }

    private Refusal? Judge(Visitor visitor, LiveContest contest, string? submission, string? team, string? reason, string action,
        Func<Digest, EntryBody> body)
    {
        if ((submission is null) == (team is null))
            return Refusal.Invalid("Name either a submission or a team.");
        if (submission is not null && contest.Submission(submission) is null || team is not null && contest.Team(team) is null)
            return Refusal.NotFound($"There is no {submission ?? team} in this contest.");
        Outcome<SealedText> sealedReason = Reason(reason);
        return sealedReason.IsRefused
            ? sealedReason.Refusal
            : Append(visitor, contest, action, submission
                ?? team!, new Draft(visitor.AccountId!, body(sealedReason.Value.Seal), [sealedReason.Value], visitor.AccountId));
    }

    private Refusal? Append(Visitor visitor, LiveContest contest, string action, string detail, Draft draft)
    {
        journal.Append(contest.Name, (_, transaction) =>
        {
            audit.Note(transaction, visitor, contest.Name, action, detail);
            return [draft];
        });
        return null;
    }

    private static Refusal NoPhase(string phase) => Refusal.NotFound($"There is no phase \"{phase}\" in this contest.");
}
