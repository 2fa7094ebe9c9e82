using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Challenges;

namespace Evaluator.Board.Pictures;

/// <summary>The numbers behind the pictures that the standings do not have, for programs.</summary>
internal static class ProgressApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/c/{contest}/{phase}/progress/{team}", Of)
        .WithSummary("A team's way: each submission that made its row better, as this token may see it.");

    private static IResult Of(string contest, string phase, string team, HttpContext context, ContestShelf shelf, StandingsDesk desk)
    {
        if (shelf.Find(contest) is not { } running || desk.Table(running, phase, context.User.Visitor(), null) is not { } table
            || table.RowOf(team) is null)
            return Problems.Of(Refusal.NotFound($"There is no team \"{team}\" in the standings of \"{phase}\" in \"{contest}\"."));
        IReadOnlyList<Column> columns = running.Live.Contest.Columns;
        return Results.Json(desk.Progress(running, phase, team, context.User.Visitor()).Select(step => new
        {
            at = Moment.Iso(step.At),
            values = columns.Select((column, place) => (column.Name, Value: step.Values[place]))
                .ToDictionary(pair => pair.Name, pair => pair.Value),
            gainPercent = step.Gain,
        }));
    }
}
