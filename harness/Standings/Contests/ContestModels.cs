using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;

namespace Evaluator.Standings.Contests;

/// <summary>Open models: what may be shown of them and of who built on whom. Again the same question as for tables.</summary>
public sealed partial class Contest
{
    /// <summary>The most that a team may say a submission is based on.</summary>
    public const int MostParents = 10;

    /// <summary>The submissions of a phase that everybody may see, in the order in which they came in.</summary>
    /// <param name="now">The moment of the request: models open by the clock.</param>
    public IReadOnlyList<OpenModel> OpenModels(ContestPhase phase, DateTimeOffset now)
    {
        Dictionary<string, List<Submission>> children = ChildrenOf(phases.Values.SelectMany(one => one.Submissions));
        return [.. phase.Submissions.Where(submission => ModelIsOpen(submission, now))
            .Select(submission => ModelOf(submission, Audience.Public, now, children)).OfType<OpenModel>()];
    }

    /// <summary>A submission with its parents and children; null where the audience may not know of it.</summary>
    public OpenModel? Model(Submission submission, Audience audience, DateTimeOffset now) =>
        ModelOf(submission, audience, now, ChildrenOf(submissions.Values));

    /// <summary>Why an account can't like a submission; null where it can.</summary>
    public string? WhyNoLike(Submission submission, string account, DateTimeOffset now) =>
        !ModelIsOpen(submission, now) ? "it is not open"
        : Team(submission.Team)?.Memberships.Any(membership => membership.Account == account) == true ? "it is your own team's work"
        : null;

    /// <summary>Why a team can't say that its submission is based on another one; null where it can.</summary>
    public string? WhyNoParent(Submission child, Submission parent, DateTimeOffset now) =>
        parent == child || parent.Seq > child.Seq ? "it came in later"
        : Show(parent, Audience.Of(child.Team), now) is null || !parent.Counts ? "your team can't see it"
        : child.Parents.Any(known => known.Submission == parent.Id) ? "it is said already"
        : child.Parents.Count >= MostParents ? $"there are {MostParents} already"
        : null;

    private OpenModel? ModelOf(
        Submission submission, Audience audience, DateTimeOffset now, Dictionary<string, List<Submission>> children)
    {
        if (Show(submission, audience, now) is not { } shown)
            return null;
        int first = submission.Entrant.Phase.Ranked.First;
        List<ModelLink> parents = [], after = [];
        foreach (Parent named in submission.Parents)
            if (Submission(named.Submission) is { Counts: true } parent && Show(parent, audience, now) is { } before)
                parents.Add(new ModelLink(parent.Id, parent.Team, named.Origin, GainOf(shown, before, submission, parent)));
        foreach (Submission child in children.GetValueOrDefault(submission.Id) ?? [])
            if (child.Counts && Show(child, audience, now) is { } later)
                after.Add(new ModelLink(child.Id, child.Team, child.Parents.First(parent => parent.Submission == submission.Id).Origin,
                    GainOf(later, shown, child, submission)));
        return new OpenModel(shown, ModelIsOpen(submission, now), submission.Accepted.Format, [.. submission.Likes],
            first < 0 ? null : shown.Values?[first], parents, after);
    }

    private static Dictionary<string, List<Submission>> ChildrenOf(IEnumerable<Submission> all)
    {
        Dictionary<string, List<Submission>> children = new(StringComparer.Ordinal);
        foreach (Submission child in all.Where(one => one.Parents.Count > 0).OrderBy(one => one.Seq))
            foreach (Parent parent in child.Parents.DistinctBy(parent => parent.Submission))
            {
                if (!children.TryGetValue(parent.Submission, out List<Submission>? known))
                    children.Add(parent.Submission, known = []);
                known.Add(child);
            }
        return children;
    }

    private static decimal? GainOf(ShownSubmission child, ShownSubmission parent, Submission later, Submission earlier)
    {
        ContestPhase phase = later.Entrant.Phase;
        int first = phase.Ranked.First;
        // What two phases measure on different sets can't be subtracted.
        return first >= 0 && later.Set == earlier.Set && child.Values?[first] is { } value && parent.Values?[first] is { } than
            ? phase.Columns.All[first].Direction == Direction.Less ? than - value : value - than
            : null;
    }
}
