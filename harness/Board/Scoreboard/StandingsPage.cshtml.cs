using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.Receipts;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Evaluator.Board.Scoreboard;

/// <summary>/c/CONTEST/PHASE/standings: who is where, now or at any moment.</summary>
[OutputCache(PolicyName = StandingsCache.Policy)]
internal sealed class StandingsPage(ContestShelf shelf, TimeProvider clock, StandingsDesk desk, TeamNames names, ReceiptDesk receipts)
    : ContestPage(shelf, clock)
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

    /// <summary>How far the log has come that everybody may have: under a freeze no further than before it.</summary>
    public SignedHead? Head => IsLive ? receipts.Head(Live) : null;

    public IReadOnlyList<StandingRow> Rows { get; private set; } = [];

    public string Version { get; private set; } = "";

    public bool IsLive => At is null;

    public int Pages => Math.Max(1, (Table.Count + PageSize - 1) / PageSize);

    public bool ShowsGain => Phase!.Release == Release.Ladder;

    /// <summary>Null where this visitor may not know which differences may be chance, or nobody does.</summary>
    public TieBrackets? Brackets { get; private set; }

    public IActionResult OnGet()
    {
        if (desk.Table(Contest, Phase!.Name, Visitor, At) is not { } table)
            return NotFound();
        Table = table;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Rows = table.Rows((PageNumber - 1) * PageSize, PageSize);
        Version = IsLive ? table.Version : "";
        Brackets = table.Brackets;
        return Page();
    }

    public bool Ranks(Column column) => Phase!.Ranking.Columns.Contains(column.Name);

    public string NameOf(StandingRow row) => names.NameOf(row.Team);

    public string BaselineName(StandingRow row) =>
        Contest.Challenge.Baselines.FirstOrDefault(baseline => baseline.Name == row.Team)?.Title ?? row.Team;

    public string Gain(StandingRow row) =>
        row.Gain is { } gain ? gain.ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture) + "\u00A0%" : "–";

    /// <summary>Whether the place is by the mean of the ranks in several columns.</summary>
    public bool RanksByMean => Phase!.Ranking.Rule == RankingRule.MeanOfRanks;

    public static string MeanRank(StandingRow row) => row.MeanRank?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>What rules of this phase have given the team.</summary>
    public IReadOnlyList<RowReward> RewardsOf(StandingRow row) => Table.Rewards?.GetValueOrDefault(row.Team) ?? [];

    public string Points(StandingRow row) => Words.English.Number(RewardsOf(row).Sum(reward => reward.Points));

    /// <summary>Groups that follow each other look different.</summary>
    public string BracketClass(StandingRow row) => Table.BracketOf(row.Team) switch
    {
        null => "",
        int number => number % 2 == 1 ? "odd" : "even",
    };

    public string SayBrackets(TieBrackets tied) => string.Create(CultureInfo.InvariantCulture, $"""
        Group: each team was compared with the next one case by case, as `evaluator compare` does ({PairedDifference.Resamples:N0} draws,
        seed {PairedDifference.DefaultSeed}). Where the difference may be chance they share a group: 5 %, over all {tied.Neighbours.Count}
        comparisons together (Holm). The first and the last of a long group may well differ.
        {(tied.Numbers.Count < Table.Count ? $"The first {tied.Numbers.Count} teams were compared." : "")}
        {(Contest.Live.IsPublished(Phase!.Name) ? "" : "Only organisers see this before the phase is published.")}
        """);

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
