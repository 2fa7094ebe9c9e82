using System.Globalization;
using System.Text;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Scoreboard;

/// <summary>The standings for programs: CSV and JSON, of now or with <c>?at=</c> of any moment.</summary>
internal static class StandingsFiles
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        app.MapGet("/c/{contest}/{phase}/standings.csv", Csv).ExcludeFromDescription();
        app.MapGet("/c/{contest}/{phase}/standings.json", Json).ExcludeFromDescription();
        api.MapGet("/c/{contest}/{phase}/standings", Json)
            .WithSummary("The standings as this token may see them; `?at=seq` those of any moment.");
    }

    private static IResult Json(string contest, string phase, long? at, HttpContext context, ContestShelf shelf, StandingsDesk desk,
        TeamNames names)
    {
        if (Find(contest, phase, at, context, shelf, desk) is not { } table)
            return Problems.Of(Refusal.NotFound($"There are no standings of \"{phase}\" in \"{contest}\"."));
        return Results.Json(new
        {
            contest,
            phase,
            version = table.Version,
            final = table.IsFinal,
            frozen = table.IsFrozen,
            columns = table.Columns.Select(column =>
                new { column.Name, column.Title, column.Unit, better = column.Direction == Direction.More ? "more" : "less" }),
            groups = table.Brackets is { } tied
                ? new { compared = tied.Numbers.Count, resamples = PairedDifference.Resamples, seed = PairedDifference.DefaultSeed } : null,
            rows = table.All().Select(row => Row(row, table, names.NameOf(row.Team))),
            baselines = table.Baselines.Select(row => Row(row, table, row.Team)),
        });
    }

    private static object Row(StandingRow row, StandingsTable table, string name) => new
    {
        rank = row.Rank,
        team = row.Team,
        name,
        own = row.IsOwn,
        group = table.BracketOf(row.Team),
        values = Enumerable.Range(0, table.Columns.Count).ToDictionary(place => table.Columns[place].Name, place => row.Values[place]),
        ranks = Enumerable.Range(0, table.Columns.Count).ToDictionary(place => table.Columns[place].Name, place => row.ColumnRanks[place]),
        points = table.Rewards?.GetValueOrDefault(row.Team)?.Sum(reward => reward.Points) ?? 0,
        gainPercent = row.Gain,
        meanRank = row.MeanRank,
        rankBefore = row.RankBefore,
        entries = row.Entries,
        last = row.Last is { } last ? Moment.Iso(last) : null,
    };

    private static IResult Csv(string contest, string phase, long? at, HttpContext context, ContestShelf shelf, StandingsDesk desk,
        TeamNames names)
    {
        if (Find(contest, phase, at, context, shelf, desk) is not { } table)
            return Problems.Of(Refusal.NotFound($"There are no standings of \"{phase}\" in \"{contest}\"."));
        StringBuilder csv = new("rank,team,id");
        foreach (Column column in table.Columns)
            csv.Append(CultureInfo.InvariantCulture, $",{column.Name}");
        csv.Append(",entries,last,group\n");
        foreach (StandingRow row in table.All())
        {
            csv.Append(CultureInfo.InvariantCulture, $"{row.Rank},{Quoted(names.NameOf(row.Team))},{row.Team}");
            for (int place = 0; place < table.Columns.Count; place++)
                csv.Append(',').Append(Figures.Plain(row.Values[place], table.Columns[place]));
            csv.Append(CultureInfo.InvariantCulture, $",{row.Entries},{(row.Last is { } last ? Moment.Iso(last) : "")},");
            csv.Append(CultureInfo.InvariantCulture, $"{table.BracketOf(row.Team)}\n");
        }
        return Results.Text(csv.ToString(), "text/csv; charset=utf-8");
    }

    private static StandingsTable? Find(
        string contest, string phase, long? at, HttpContext context, ContestShelf shelf, StandingsDesk desk) =>
        shelf.Find(contest) is { } running && running.Live.Phase(phase) is not null
            ? desk.Table(running, phase, context.User.Visitor(), at) : null;

    // A name that a spreadsheet would take for a formula is a text.
    private static string Quoted(string name) => $"\"{(name.StartsWith('-') ? "'" : "")}{name.Replace("\"", "\"\"")}\"";
}
