using Evaluator.Standings.Columns;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Contests;

/// <summary>
/// A contest as its log tells it: entries are applied one after the other, and everything that is shown follows from them. It reads no
/// clock, no database and no culture; the same entries give the same contest. One thread at a time; the tables that it gives out may be
/// read by any.
/// </summary>
public sealed partial class Contest
{
    private readonly Dictionary<string, ContestPhase> phases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Team> teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Submission> submissions = new(StringComparer.Ordinal);
    private readonly OpenSeal open;
    private readonly SealedResults results;
    private readonly RowFold rows;
    private ColumnSet? columns;

    /// <param name="open">Gives the texts behind seals, as far as they are known here.</param>
    public Contest(OpenSeal open)
    {
        this.open = open;
        results = new SealedResults(open);
        rows = new RowFold(results);
    }

    /// <summary>The last entry; null before the first.</summary>
    public Entry? Last { get; private set; }

    public long Seq => Last?.Seq ?? 0;

    /// <summary>Null before the first <c>contest-set</c>.</summary>
    public ContestSet? Settings { get; private set; }

    /// <summary>In the order in which they were first set.</summary>
    public IEnumerable<ContestPhase> Phases => phases.Values;

    public IEnumerable<Team> Teams => teams.Values;

    public IEnumerable<Submission> Submissions => submissions.Values;

    /// <summary>Reward rules with all their versions, and what was paid.</summary>
    public RewardEntries Rewards { get; } = new();

    /// <summary>The commitments to answers, and their salts once revealed.</summary>
    public AnswerEntries Answers { get; } = new();

    /// <summary>The newest version of the rules that each account has accepted.</summary>
    public Dictionary<string, int> AcceptedRules { get; } = new(StringComparer.Ordinal);

    /// <summary>What was found in the log and can't be used; empty in a sound contest.</summary>
    public IReadOnlyList<string> Problems => results.Problems;

    /// <summary>How often a number was asked for whose seal is not open here.</summary>
    public int Unopened => results.Unopened;

    public ContestPhase? Phase(string name) => phases.GetValueOrDefault(name);

    public Team? Team(string id) => teams.GetValueOrDefault(id);

    public Submission? Submission(string id) => submissions.GetValueOrDefault(id);

    /// <summary>Applies the next entry.</summary>
    /// <exception cref="InvalidOperationException">It is not the next one.</exception>
    public void Apply(Entry entry)
    {
        if (entry.Seq != Seq + 1)
            throw new InvalidOperationException($"entry {entry.Seq} can't be applied after entry {Seq}");
        Last = entry;
        switch (entry.Body)
        {
            case SubmissionAccepted accepted: Accept(accepted, entry); break;
            case EvaluationRecorded recorded: Record(recorded, entry.Seq); break;
            case ContestSet contest: Set(contest, entry.Seq); break;
            case PhaseSet phase: Set(phase, entry.Seq); break;
            case BaselineSet baseline: Set(baseline, entry.Seq); break;
            case TeamMade made: teams.TryAdd(made.Team, new Team(made.Team, entry.Actor, entry.Seq)); break;
            case MemberJoined joined: Known(joined.Team)?.Join(joined.Account, entry.Seq); break;
            case MemberLeft left: Known(left.Team)?.Leave(left.Account, entry.Seq); break;
            case RulesAccepted accepted: AcceptedRules[entry.Actor] = accepted.Version; break;
            case Selected selected: Select(selected, entry.Seq); break;
            case Unsettled unsettled: Change(unsettled.Submission, entry.Seq, submission => submission.IsUnsettled = true); break;
            case Withdrawn withdrawn: Change(withdrawn.Submission, entry.Seq, submission => submission.IsWithdrawn = true); break;
            case Ignored ignored: Ignore(ignored.Submission, ignored.Team, true, entry.Seq); break;
            case Reinstated reinstated: Ignore(reinstated.Submission, reinstated.Team, false, entry.Seq); break;
            case RejudgeApplied applied: Apply(applied, entry.Seq); break;
            case Frozen frozen: Freeze(frozen, entry.Seq); break;
            case Published published: Publish(published, entry.Seq); break;
            case ParentDeclared parent: KnownSubmission(parent.Submission)?.Add(new Parent(parent.Parent, parent.Origin, entry.Seq)); break;
            case Attested attested: Attest(attested); break;
            case Liked liked: KnownSubmission(liked.Submission)?.Like(entry.Actor); break;
            case Unliked unliked: KnownSubmission(unliked.Submission)?.Unlike(entry.Actor); break;
            case AnswersCommitted or AnswersRevealed: Answers.Apply(entry); break;
            case DocumentReceived or ConflictDecided: break;   // kept for who reads the log; they move nobody
            default: Rewards.Apply(entry); break;
        }
    }

    private void Accept(SubmissionAccepted accepted, Entry entry)
    {
        if (Known(accepted.Team) is not { } team || KnownPhase(accepted.Phase) is not { } phase)
            return;
        Entrant entrant = phase.EntrantOf(team);
        Submission submission = new(accepted, entry.Seq, entry.At, entry.Actor, entrant);
        if (!submissions.TryAdd(accepted.Submission, submission))
        {
            results.Problem($"the submission {accepted.Submission} was accepted twice");
            return;
        }
        if (!phase.IsFreezeLifted && phase.FreezeHistory.At(entry.Seq, long.MaxValue) == long.MaxValue
            && entry.At >= phase.Settings.Freezes)
            phase.FreezeHistory.Set(entry.Seq, entry.Seq);
        phase.Add(submission);
        foreach (LiveOrder live in phase.Live)
            live.Touch(entrant);
    }

    private void Record(EvaluationRecorded recorded, long seq)
    {
        if (KnownSubmission(recorded.Submission) is not { } submission)
            return;
        if (recorded.Outcome == Outcome.Fault)
        {
            if (recorded.Set == submission.Set && recorded.Profile is null)
                submission.Faults++;
            return;
        }
        Evaluation evaluation = new()
        {
            Recorded = recorded,
            Seq = seq,
            Values = recorded.Outcome
                == Outcome.Scored ? results.ValuesOf(recorded.Values, submission.Entrant.Phase.Columns, recorded.Submission) : null,
        };
        if (!submission.Add(evaluation) || recorded.Generation > submission.AppliedGeneration || recorded.Profile is not null)
            return;
        if (recorded.Generation > 0)
            rows.Refold(submission.Entrant, seq);
        else if (recorded.Set == submission.Set)
            rows.Consider(submission, seq);
        else
            rows.RefoldFinal(submission.Entrant, seq);
    }

    private void Select(Selected selected, long seq)
    {
        if (Known(selected.Team) is not { } team || KnownPhase(selected.Phase) is not { } phase)
            return;
        Entrant entrant = phase.EntrantOf(team);
        entrant.Chosen = [.. selected.Submissions.Take(FinalChoice.Most)];
        rows.RefoldFinal(entrant, seq);
    }

    private void Change(string id, long seq, Action<Submission> change)
    {
        if (KnownSubmission(id) is not { } submission)
            return;
        change(submission);
        submission.Note(seq);
        submission.Entrant.Phase.LookForFrontierAgain();
        rows.Refold(submission.Entrant, seq);
    }

    private void Ignore(string? submission, string? team, bool ignored, long seq)
    {
        if (submission is not null)
        {
            Change(submission, seq, changed =>
            {
                changed.IsIgnored = ignored;
                changed.IsWithdrawn &= ignored;
            });
        }
        if (team is null || Known(team) is not { } whole)
            return;
        whole.Ignore(ignored, seq);
        foreach (ContestPhase phase in phases.Values)
        {
            phase.LookForFrontierAgain();
            if (phase.Entrants.TryGetValue(team, out Entrant? entrant))
                rows.Refold(entrant, seq);
        }
    }

    private void Apply(RejudgeApplied applied, long seq)
    {
        HashSet<Entrant> touched = [];
        foreach (string id in applied.Submissions)
        {
            if (KnownSubmission(id) is not { } submission)
                continue;
            submission.Apply(applied);
            submission.Note(seq);
            touched.Add(submission.Entrant);
        }
        foreach (Entrant entrant in touched)
        {
            entrant.Phase.LookForFrontierAgain();
            rows.Refold(entrant, seq);
        }
    }

    private void Freeze(Frozen frozen, long seq)
    {
        if (KnownPhase(frozen.Phase) is not { } phase)
            return;
        phase.IsFreezeLifted = !frozen.Holds;
        if (!frozen.Holds)
            phase.FreezeHistory.Set(seq, long.MaxValue);
        else if (phase.FreezeHistory.At(seq, long.MaxValue) == long.MaxValue)
            phase.FreezeHistory.Set(seq, seq);
        rows.RefoldHidden(phase, seq);
    }

    private void Publish(Published published, long seq)
    {
        if (KnownPhase(published.Phase) is not { } phase)
            return;
        phase.PublishedHistory.Set(seq, published.Holds);
        rows.RefoldHidden(phase, seq);
    }

    private void Attest(Attested attested)
    {
        if (KnownSubmission(attested.Submission) is { } submission)
            submission.Attested = attested.Holds;
    }

    private Team? Known(string id) => Looked(teams.GetValueOrDefault(id), "team", id);

    private ContestPhase? KnownPhase(string name) => Looked(phases.GetValueOrDefault(name), "phase", name);

    private Submission? KnownSubmission(string id) => Looked(submissions.GetValueOrDefault(id), "submission", id);

    private T? Looked<T>(T? found, string what, string id) where T : class
    {
        if (found is null)
            results.Problem($"entry {Seq} names the {what} {id}, which does not exist");
        return found;
    }
}
