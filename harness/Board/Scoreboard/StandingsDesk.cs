using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Scoreboard;

/// <summary>The standings for whoever asks. Who the visitor is, is said here; what they may see, the fold decides.</summary>
internal sealed class StandingsDesk
{
    /// <param name="at">The entry as of which; null for now.</param>
    public StandingsTable? Table(RunningContest contest, string phase, Visitor visitor, long? at)
    {
        Audience audience = AudienceOf(contest, visitor);
        bool final = contest.Live.IsPublished(phase) && contest.Live.Phase(phase)?.FinalSet is not null;
        return at < 0 ? null : contest.Live.Table(phase, audience, final, at) ?? contest.Live.Table(phase, audience, final: false, at);
    }

    public static Audience AudienceOf(RunningContest contest, Visitor visitor) =>
        visitor.IsOrganiser ? Audience.Organiser
        : visitor.MayRead && contest.Live.TeamOf(visitor.AccountId!) is { } team ? Audience.Of(team.Id)
        : Audience.Public;
}
