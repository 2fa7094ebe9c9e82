using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Pictures;

/// <summary>Trade-offs for programs.</summary>
internal static class TradeOffApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/c/{contest}/{phase}/trade-offs", Get)
        .WithSummary("The front of the columns ?x= and ?y=, and the best ?by= a column within ?limit.COLUMN=, as everybody sees them.");

    private static IResult Get(string contest, string phase, HttpContext context, ContestShelf shelf, TeamNames names) =>
        shelf.Find(contest) is { } running && running.Live.Phase(phase) is { } known
            ? Problems.Of(TradeOff.Of(running, known, context.Request.Query), asked => Results.Json(new
            {
                x = asked.Table.Columns[asked.X].Name,
                y = asked.Table.Columns[asked.Y].Name,
                by = asked.Table.Columns[asked.By].Name,
                front = asked.Front.Select(row => Row(asked, row, names)),
                rows = asked.Rows.Select(row => Row(asked, row, names)),
            }))
            : Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" of a contest \"{contest}\"."));

    private static object Row(TradeOff asked, StandingRow row, TeamNames names) => new
    {
        rank = row.Rank,
        team = row.Team,
        name = names.NameOf(row.Team),
        values = asked.Table.Columns.Select((Column column, int place) => (column.Name, Value: row.Values[place]))
            .ToDictionary(one => one.Name, one => one.Value),
    };
}
