using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using ScottPlot;

namespace Evaluator.Board.Pictures;

/// <summary>/c/CONTEST/PHASE/trade-offs: two columns against each other with their front, and the best by one column within limits of
/// others. All that was chosen stays in the address.</summary>
internal sealed class TradeOffsPage(ContestShelf shelf, TimeProvider clock, TeamNames names) : ContestPage(shelf, clock)
{
    /// <summary>More rows are in the API's answer.</summary>
    public const int MostRows = 100;

    public TradeOff? Asked { get; private set; }

    public IReadOnlyList<Column> Columns => Live.Contest.Columns;

    public IActionResult OnGet()
    {
        Outcome<TradeOff> asked = TradeOff.Of(Contest, Phase!, Request.Query);
        Asked = asked.Value;
        return asked.IsRefused ? Refuse(asked.Refusal) : Page();
    }

    public string NameOf(StandingRow row) => names.NameOf(row.Team);

    public string BaselineName(StandingRow row) =>
        Contest.Challenge.Baselines.FirstOrDefault(baseline => baseline.Name == row.Team)?.Title ?? row.Team;

    /// <summary>What was typed for a column.</summary>
    public string? LimitOf(Column column) => Request.Query[TradeOff.LimitPrefix + column.Name];

    public static string LimitLabel(Column column) =>
        $"{column.Title} {(column.Direction == Direction.More ? "of at least" : "of at most")}"
        + (column.Unit is { } unit ? $" ({unit})" : "");

    public IHtmlContent? Picture()
    {
        if (Asked is not { } asked || asked.X == asked.Y)
            return null;
        Coordinates[] teams = [.. asked.Table.All().Select(row => At(asked, row)).OfType<Coordinates>()];
        if (teams.Length == 0)
            return null;
        return new HtmlString(FrontChart.Of(
            teams, [.. asked.Front.Select(row => (NameOf(row), At(asked, row)!.Value))],
            OwnTeam is { } own && asked.Table.RowOf(own.Id) is { } mine ? At(asked, mine) : null,
            [.. asked.Table.Baselines.Select(row => At(asked, row)).OfType<Coordinates>()], asked.Table.Columns[asked.X],
            asked.Table.Columns[asked.Y], PictureText(asked, teams.Length)));
    }

    public static string PictureText(TradeOff asked, int teams) =>
        $"{teams} teams by {asked.Table.Columns[asked.X].Title} and {asked.Table.Columns[asked.Y].Title}; {asked.Front.Count} of them "
        + "are on the front: nobody beats them in both";

    private static Coordinates? At(TradeOff asked, StandingRow row) =>
        row.Values[asked.X] is { } x && row.Values[asked.Y] is { } y ? new Coordinates((double)x, (double)y) : null;
}
