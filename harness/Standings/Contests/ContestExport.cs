using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Contests;

/// <summary>What of the log itself may be given out: the same question as for tables, answered here too.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// The last entry that the audience may have. Under a freeze that is the one before the first hidden submission: what stands behind it
    /// would
    /// tell who hands in, and what fails.
    /// </summary>
    public long LastFor(Audience audience) => audience.IsOrganiser
        ? Seq
        : phases.Values.Select(phase => phase.VisibleBefore).Where(hidden => hidden != long.MaxValue).Select(hidden => hidden - 1)
            .Append(Seq).Min();

    /// <summary>Whether everybody may have the entry of that number, and so may know that there is one.</summary>
    public bool IsShown(long seq) => seq <= LastFor(Audience.Public);

    /// <summary>
    /// The seals that the audience may have opened: why answers were corrected; the results of published phases, in the order of the log;
    /// organisers have all results.
    /// </summary>
    public IReadOnlyList<Digest> OpenFor(Audience audience)
    {
        List<Digest> seals = [.. Answers.Commitments.Select(pair => pair.Committed.Reason).OfType<Digest>()];
        foreach (ContestPhase phase in phases.Values.Where(phase => audience.IsOrganiser || phase.IsPublished))
        {
            foreach (ContestBaseline baseline in phase.Baselines)
                Add(baseline.Set.Values, baseline.Set.Cases);
            foreach (Submission submission in phase.Submissions)
            {
                // A rejudge that nobody applied is invisible in the log's opened part too.
                foreach (Evaluation evaluation
                    in submission.Evaluations.Where(one => audience.IsOrganiser || one.Recorded.Generation <= submission.AppliedGeneration))
                    Add(evaluation.Recorded.Values, evaluation.Recorded.Cases);
            }
        }
        return seals;

        void Add(Digest? values, Digest? cases)
        {
            if (values is { } known)
                seals.Add(known);
            if (cases is { } vector)
                seals.Add(vector);
        }
    }
}
