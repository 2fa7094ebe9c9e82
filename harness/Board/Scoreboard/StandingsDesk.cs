using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Scoreboard;

/// <summary>The standings for whoever asks. Who the visitor is, is said here; what they may see, the fold decides.</summary>
internal sealed class StandingsDesk
{
    /// <param name="at">The entry as of which; null for now.</param>
    public StandingsTable? Table(RunningContest contest, string phase, Visitor visitor, long? at) =>
        at < 0 ? null : contest.Live.Table(phase, AudienceOf(contest, visitor), final: null, at);

    /// <summary>A team's way, as far as the visitor may see it; empty where it is not ranked to them.</summary>
    public IReadOnlyList<ProgressStep> Progress(RunningContest contest, string phase, string team, Visitor visitor)
    {
        Audience audience = AudienceOf(contest, visitor);
        return contest.Live.Ask(fold => fold.Phase(phase) is { } known ? fold.Progress(known, team, audience) : []);
    }

    public static Audience AudienceOf(RunningContest contest, Visitor visitor) =>
        visitor.IsOrganiser ? Audience.Organiser
        : visitor.MayRead && contest.Live.TeamOf(visitor.AccountId!) is { } team ? Audience.Of(team.Id)
        : Audience.Public;
}
