using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.WalkIn;

/// <summary>
/// /c/CONTEST/PHASE/prizes: the prize-giving. Place 10 first, then one place a key press, or a link, up to the first. It shows the final
/// part where the answers have one, and
/// what a freeze hides: so it is the organisers' page.
/// </summary>
[Authorize(Policies.Organiser)]
internal sealed class PrizesPage(ContestShelf shelf, TimeProvider clock, TeamNames names) : ContestPage(shelf, clock)
{
    private const int FirstRevealed = 10;

    private IReadOnlyDictionary<string, string> teams = new Dictionary<string, string>();

    /// <summary>How many places are revealed.</summary>
    [BindProperty(SupportsGet = true, Name = "shown")]
    public int Shown { get; set; }

    public StandingsTable Table { get; private set; } = null!;

    /// <summary>The places that there are to reveal: ten, or as many as there are teams.</summary>
    public int Places => Math.Min(FirstRevealed, Table.Count);

    /// <summary>The revealed rows with their places, the best first. Of equal teams the earlier has the better place.</summary>
    public IEnumerable<(int Place, StandingRow Row)> Revealed =>
        Table.Rows(Places - Shown, Shown).Select((row, i) => (Places - Shown + i + 1, row));

    public Words Words => Words.Of(Contest.Challenge);

    public string? Next => Shown < Places ? Words.Reveal(Places - Shown) : null;

    public string Address(int shown) => $"/c/{Contest.Name}/{Phase!.Name}/prizes?shown={shown}";

    public string NameOf(StandingRow row) => teams.GetValueOrDefault(row.Team, Words.Erased);

    public IActionResult OnGet()
    {
        bool hasFinal = Phase!.FinalSet is not null;
        if (Live.Table(Phase.Name, Audience.Organiser, hasFinal, null) is not { } table)
            return NotFound();
        Table = table;
        Shown = Math.Clamp(Shown, 0, Places);
        teams = names.Of(Contest.Name);
        return Page();
    }
}
