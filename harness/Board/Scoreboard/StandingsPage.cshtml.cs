using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Evaluator.Board.Scoreboard;

/// <summary>/c/CONTEST/PHASE/standings: who is where, now or at any moment.</summary>
[OutputCache(PolicyName = StandingsCache.Policy)]
internal sealed class StandingsPage(ContestShelf shelf, TimeProvider clock, StandingsDesk desk, TeamNames names) : ContestPage(shelf, clock)
{
    public const int PageSize = 100;

    /// <summary>The rows that fit on a wall; the stylesheet shows no more of them there.</summary>
    public const int OnAWall = 15;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public long? At { get; set; }

    public bool Projector => Request.Query.ContainsKey("projector");

    public StandingsTable Table { get; private set; } = null!;

    public IReadOnlyList<StandingRow> Rows { get; private set; } = [];

    public string Version { get; private set; } = "";

    public bool IsLive => At is null;

    public int Pages => Math.Max(1, (Table.Count + PageSize - 1) / PageSize);

    public bool ShowsGain => Phase!.Release == Release.Ladder;

    public IActionResult OnGet()
    {
        if (desk.Table(Contest, Phase!.Name, Visitor, At) is not { } table)
            return NotFound();
        Table = table;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Rows = table.Rows((PageNumber - 1) * PageSize, PageSize);
        Version = IsLive ? table.Version : "";
        return Page();
    }

    public bool Ranks(Column column) => Phase!.Ranking.Columns.Contains(column.Name);

    public string NameOf(StandingRow row) => names.NameOf(row.Team);

    public string BaselineName(StandingRow row) =>
        Contest.Challenge.Baselines.FirstOrDefault(baseline => baseline.Name == row.Team)?.Title ?? row.Team;

    public string Gain(StandingRow row) =>
        row.Gain is { } gain ? gain.ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture) + "\u00A0%" : "–";

    /// <summary>What rules of this phase have given the team.</summary>
    public IReadOnlyList<RowReward> RewardsOf(StandingRow row) => Table.Rewards?.GetValueOrDefault(row.Team) ?? [];

    public string Points(StandingRow row) => Words.English.Number(RewardsOf(row).Sum(reward => reward.Points));

    public IHtmlContent Movement(StandingRow row)
    {
        if (row.RankBefore is not { } before || row.Rank is not { } rank || before == rank)
            return HtmlString.Empty;
        int places = Math.Abs(before - rank);
        (string sign, string word) = rank < before ? ("▲", "up") : ("▼", "down");
        return new HtmlString(
            $"<span class=\"{word}\"><span aria-hidden=\"true\">{sign}{places}</span><span class=\"unseen\">, {word} "
            + $"{places}</span></span>");
    }
}
