using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>What may be shown of single submissions: the same question as for tables, answered here too.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// A submission as the audience may see it; null where it may not know of it: another team's, unless models are open.
    /// </summary>
    /// <param name="now">The moment of the request: models open by the clock.</param>
    public ShownSubmission? Show(Submission submission, Audience audience, DateTimeOffset now)
    {
        ContestPhase phase = submission.Entrant.Phase;
        bool isOwn = audience.IsOrganiser || audience.Team == submission.Team;
        if (!isOwn && !ModelIsOpen(submission, now))
            return null;
        long before = isOwn ? long.MaxValue : phase.VisibleBefore;
        (decimal?[]? values, bool? isImprovement, decimal? gain) = audience.IsOrganiser || phase.IsPublished
            ? (submission.Result?.Values, null, null)
            : Released(submission, before);
        return new ShownSubmission
        {
            Id = submission.Id,
            Team = submission.Team,
            Phase = submission.Phase,
            At = submission.At,
            State = StateOf(submission, before),
            Values = values,
            IsImprovement = isImprovement,
            Gain = gain,
            IsWithdrawn = submission.IsWithdrawn,
            IsIgnored = submission.IsIgnored,
            IsChosen = isOwn && submission.Entrant.Chosen.Contains(submission.Id),
        };
    }

    /// <summary>Whether everybody may see the submission itself: its phase's models are open, it counts, and no freeze hides it.</summary>
    public bool ModelIsOpen(Submission submission, DateTimeOffset now)
    {
        ContestPhase phase = submission.Entrant.Phase;
        bool isOpen = phase.Settings.Models switch
        {
            ModelAccess.AtOnce => true,
            ModelAccess.FromDate => phase.Settings.ModelsFrom <= now,
            _ => false,
        };
        return isOpen && submission.Counts && submission.Seq < phase.VisibleBefore;
    }

    /// <summary>The values that are released of it while the phase is not published.</summary>
    /// <param name="before">As it was before this entry: <c>long.MaxValue</c> for its own team and for rules.</param>
    private (decimal?[]? Values, bool? IsImprovement, decimal? Gain) Released(Submission submission, long before)
    {
        ContestPhase phase = submission.Entrant.Phase;
        if (submission.ResultBefore(before)?.Values is not { } exact)
            return default;
        if (phase.Settings.Release == Release.Raw)
            return (ReleasedValues.Of(exact, phase.Columns, phase.Settings, null), null, null);
        if (phase.LadderStart is not { } start || rows.LadderBefore(submission.Entrant, before) is not { Passed: > 0 } run
            || submission.Seq > submission.Entrant.Submissions[run.Passed - 1].Seq)
            return default;
        LadderImprovement? shown = run.Improvements.FindLast(improvement => improvement.Submission.Seq <= submission.Seq);
        bool isImprovement = shown?.Submission == submission;
        int place = phase.Ranked.First;
        decimal? released = Rounding.ToDigits(shown?.Released ?? start.Mean, phase.Columns.All[place].Decimals);
        decimal?[] values = ReleasedValues.Of(exact, phase.Columns, phase.Settings, released is { } value ? (place, value) : null);
        return (values, isImprovement, (shown?.Steps ?? 0) * start.Settings.Step * 100);
    }

    private static SubmissionState StateOf(Submission submission, long before) => submission.ResultBefore(before)?.Recorded.Outcome switch
    {
        Outcome.Scored => SubmissionState.Scored,
        Outcome.Failed => SubmissionState.Failed,
        Outcome.Refused => SubmissionState.Refused,
        _ when before != long.MaxValue => SubmissionState.Waiting,
        _ when submission.IsUnsettled => SubmissionState.Unsettled,
        _ when submission.Faults > 0 => SubmissionState.TriedAgain,
        _ => SubmissionState.Waiting,
    };
}
