using Evaluator.Board.Contests;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.WalkIn;

/// <summary>/c/CONTEST/PHASE/best: the wall of a walk-in contest.</summary>
internal sealed class BestPage(ContestShelf shelf, TimeProvider clock, BestDesk best, StandingsDesk desk) : ContestPage(shelf, clock)
{
    /// <summary><c>team</c> for the best of each team; anything else for all submissions.</summary>
    [BindProperty(SupportsGet = true, Name = "each")]
    public string? Each { get; set; }

    public bool OfEachTeam => Each == "team";

    public bool Projector => Request.Query.ContainsKey("projector");

    public IReadOnlyList<BestRow> Rows { get; private set; } = [];

    public StandingsTable Table { get; private set; } = null!;

    public string Version => Table.Version;

    public Words Words => Words.Of(Contest.Challenge);

    /// <summary>The best find in words; null while there is none.</summary>
    public string? Headline
    {
        get
        {
            int column = Table.Columns.ToList().FindIndex(known => known.Name == Phase!.Ranking.Columns.FirstOrDefault());
            return column >= 0 && Rows.FirstOrDefault(row => row.Place == 1) is { } first
                ? Words.BestFind(Words.Figure(first.Values[column], Table.Columns[column]), first.Team)
                : null;
        }
    }

    public string Address(bool ofEachTeam) =>
        $"/c/{Contest.Name}/{Phase!.Name}/best{(ofEachTeam ? "?each=team" : "")}"
        + (Projector ? ofEachTeam ? "&projector" : "?projector" : "");

    public IActionResult OnGet()
    {
        if (best.Rows(Contest, Phase!, Visitor, OfEachTeam) is not { } rows
            || desk.Table(Contest, Phase!.Name, Visitor, null) is not { } table)
            return NotFound();
        (Rows, Table) = (rows, table);
        return Page();
    }
}
