using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Pictures;

/// <summary>
/// /c/CONTEST/PHASE/pictures: a team's way, the field, provisional against final. All of it is drawn from the standings and the steps that
/// this visitor may see; there are no other numbers here.
/// </summary>
internal sealed class PicturesPage(ContestShelf shelf, TimeProvider clock, StandingsDesk desk, TeamNames names)
    : ContestPage(shelf, clock)
{
    private StandingsTable table = null!;

    /// <summary>The team to look at; without it the visitor's own, else the first.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Asked { get; set; }

    /// <summary>Null where nobody is ranked.</summary>
    public StandingRow? Row { get; private set; }

    public IReadOnlyList<ProgressStep> Steps { get; private set; } = [];

    public int Teams => table.Count;

    public bool IsFrozen => table.IsFrozen;

    public Column Column => table.Columns[Place];

    public string TeamName => names.NameOf(Row!.Team);

    private int Place => table.Columns.Select((column, place) => (column.Name, Place: place))
        .FirstOrDefault(one => one.Name == Phase!.Ranking.Columns.FirstOrDefault()).Place;

    private double? Baseline => table.Baselines.Count > 0 ? (double?)table.Baselines[0].Values[Place] : null;

    public IActionResult OnGet()
    {
        if (desk.Table(Contest, Phase!.Name, Visitor, null) is not { } shown)
            return NotFound();
        table = shown;
        Row = (Asked ?? OwnTeam?.Id) is { } team && table.RowOf(team) is { } row ? row
            : Asked is null ? table.Rows(0, 1).FirstOrDefault()
            : null;
        if (Asked is not null && Row is null)
            return NotFound();
        Steps = Row is null ? [] : desk.Progress(Contest, Phase.Name, Row.Team, Visitor);
        return Page();
    }

    public IHtmlContent? Progress()
    {
        (DateTimeOffset At, double Value)[] steps =
            [.. Steps.Where(step => step.Values[Place] is not null).Select(step => (step.At, (double)step.Values[Place]!.Value))];
        if (steps.Length == 0)
            return null;
        DateTimeOffset until = Phase!.Closes < Now ? Phase.Closes.Value : Now;
        return new HtmlString(ProgressChart.Of(steps, until < steps[^1].At ? steps[^1].At : until, Baseline, Column,
            $"{Column.Title} of {TeamName} over time: {Text(steps[0].Value)} at first, {Text(steps[^1].Value)} now, "
            + $"in {steps.Length} steps"));
    }

    public IHtmlContent? Field()
    {
        double[] values = [.. table.All().Select(row => row.Values[Place]).OfType<decimal>().Select(value => (double)value)];
        return values.Length == 0 ? null : new HtmlString(FieldChart.Of(values, (double?)Row?.Values[Place], Baseline, Column, FieldText));
    }

    public IHtmlContent? Shift()
    {
        (int, int)[] ranks = [.. table.All().Where(row => row is { Rank: not null, RankBefore: not null })
            .Select(row => (row.RankBefore!.Value, row.Rank!.Value))];
        return !table.IsFinal || ranks.Length == 0 ? null : new HtmlString(ShiftChart.Of(ranks,
            Row is { Rank: { } final, RankBefore: { } before } ? (before, final) : null, table.Band, ShiftText));
    }

    public string FieldText => Row is { Rank: { } rank } && Row.Values[Place] is { } value
        ? $"{Teams} teams by {Column.Title}; {TeamName} is at rank {rank} with {Text((double)value)}"
        : $"{Teams} teams by {Column.Title}";

    public string ShiftText => Row switch
    {
        { Rank: { } final, RankBefore: { } before } when final < before =>
            $"{TeamName} was at rank {before} in the provisional standings and is at {final} in the final ones: {before - final} up",
        { Rank: { } final, RankBefore: { } before } when final > before =>
            $"{TeamName} was at rank {before} in the provisional standings and is at {final} in the final ones: {final - before} down",
        { Rank: { } final } => $"{TeamName} is at rank {final} in both",
        _ => "Provisional rank against final rank",
    };

    /// <summary>What the band on the picture is; null where there is none.</summary>
    public string? BandText => table.Band is { } band ? string.Create(CultureInfo.InvariantCulture, $"""
        The band: where 95 % of the ranks would lie by chance alone, if nobody were better on one of the two sets. All cases were put
        together, and both sets drawn from them anew, {RankBand.Draws:N0} times (seed {PairedDifference.DefaultSeed}). For rank
        {Row?.RankBefore ?? 1} it goes from {band.ByRank[BandPlace(band)].Low} to {band.ByRank[BandPlace(band)].High}.
        """) : null;

    private int BandPlace(RankBand band) => Math.Clamp((Row?.RankBefore ?? 1) - 1, 0, band.ByRank.Count - 1);

    public string Figure(ProgressStep step) => Figures.Text(step.Values[Place], Column);

    private string Text(double value) => Figures.Text((decimal)value, Column).Replace("\u202F", "", StringComparison.Ordinal);

    public string Gain(ProgressStep step) =>
        step.Gain is { } gain ? gain.ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture) + "\u00A0%" : "";
}
