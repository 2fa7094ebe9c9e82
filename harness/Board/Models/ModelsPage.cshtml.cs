using Evaluator.Board.Contests;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Models;

/// <summary>/c/CONTEST/PHASE/models: the open models of a phase, and who built on whom.</summary>
internal sealed class ModelsPage(ContestShelf shelf, TimeProvider clock, TeamNames names) : ContestPage(shelf, clock)
{
    public const int PageSize = 100;

    /// <summary>More than so many dots are no picture; the newest are drawn.</summary>
    public const int MostDrawn = 400;

    private IReadOnlyList<OpenModel> all = [];

    /// <summary>What stands first: <c>new</c>, <c>best</c>, <c>liked</c> or <c>used</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>The submission whose way is drawn.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<OpenModel> Models { get; private set; } = [];

    public int Count => all.Count;

    public ModelWords Says => Words.Of(Contest.Challenge).Models;

    public Column? Column { get; private set; }

    public IActionResult OnGet()
    {
        if (Phase!.Models == ModelAccess.Never)
            return NotFound();
        all = Live.Ask(fold => fold.OpenModels(fold.Phase(Phase.Name)!, Now));
        Column = Live.Contest.Columns.FirstOrDefault(column => column.Name == Phase.Ranking.Columns.FirstOrDefault());
        Sheet = Math.Clamp(Sheet, 1, 1_000_000);
        Models = [.. Sorted().Skip((Sheet - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    public IHtmlContent? Lineage()
    {
        IReadOnlyList<OpenModel> drawn = [.. all.Skip(Math.Max(0, all.Count - MostDrawn))];
        int links = drawn.Sum(model => model.Parents.Count);
        return Column is null || links == 0 ? null : new HtmlString(LineageChart.Of(drawn, Way, Column, Says.Drawn(drawn.Count, links)));
    }

    public string NameOf(string team) => names.NameOf(team);

    public string AddressOf(string by, int sheet) => $"/c/{Contest.Name}/{Phase!.Name}/models?by={by}&p={sheet}";

    private IEnumerable<OpenModel> Sorted() => By switch
    {
        "best" => Column?.Direction == Direction.Less
            ? all.OrderBy(model => model.Value ?? decimal.MaxValue) : all.OrderByDescending(model => model.Value ?? decimal.MinValue),
        "liked" => all.OrderByDescending(model => model.Likes.Count),
        "used" => all.OrderByDescending(model => model.Children.Count),
        _ => all.Reverse(),
    };
}
