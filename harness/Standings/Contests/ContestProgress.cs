using Evaluator.Standings.Disclosure;

namespace Evaluator.Standings.Contests;

/// <summary>
/// How a team came to where it stands, as far as the audience may see: the same question as for tables, answered here too.
/// </summary>
public sealed partial class Contest
{
    /// <summary>
    /// The submissions by which a team's row became better, in their order, with what the audience sees of them. What the row does not show
    /// (a failed one, one that was no better, one behind a freeze) is not there either.
    /// </summary>
    public IReadOnlyList<ProgressStep> Progress(ContestPhase phase, string team, Audience audience)
    {
        if (!phase.Entrants.TryGetValue(team, out Entrant? entrant))
            return [];
        View view = audience.IsOrganiser ? View.Exact : audience.Team == team ? View.Released : View.Public;
        return [.. rows.Steps(entrant, view).Select(row => new ProgressStep(row.Submission.Id, row.Submission.At, row.Values, row.Gain))];
    }
}
