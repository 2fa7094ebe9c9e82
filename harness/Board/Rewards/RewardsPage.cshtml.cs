using Evaluator.Board.Contests;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Rewards;

/// <summary>/c/CONTEST/rewards: the rules, who has how much, and the history.</summary>
internal sealed class RewardsPage(ContestShelf shelf, TimeProvider clock, RewardHistory history) : ContestPage(shelf, clock)
{
    private IReadOnlyList<RewardLine> all = [];

    /// <summary>One team's alone.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<RewardLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Team, string Name, int Points)> Points { get; private set; } = [];

    public IReadOnlyList<RuleVersion> Rules => Live.Ask(fold => fold.Rewards.Rules);

    public bool HasMore => all.Count > Sheet * RewardHistory.PageSize;

    public RewardWords Says => Words.Of(Contest.Challenge).Rewards;

    public IActionResult OnGet()
    {
        Team = string.IsNullOrEmpty(Team) ? null : Team;
        all = history.Of(Contest, Team);
        if (Team is not null && Live.Team(Team) is null)
            return NotFound();
        Sheet = Math.Clamp(Sheet, 1, 1_000_000);
        Lines = [.. all.Skip((Sheet - 1) * RewardHistory.PageSize).Take(RewardHistory.PageSize)];
        Dictionary<string, string> names = all.DistinctBy(line => line.Team).ToDictionary(line => line.Team, line => line.TeamName);
        Points = [.. RewardHistory.Points(all).Select(team => (team.Team, names[team.Team], team.Points))];
        return Page();
    }

    public string Sentence(RewardRule rule) => Says.Says(rule, ColumnOf(rule));

    /// <summary>Whether this visitor may open the submission that a line is for.</summary>
    public bool MaySee(string submission) => Live.Ask(fold => fold.Submission(submission) is { } known
        && fold.Show(known, StandingsDesk.AudienceOf(Contest, Visitor), Now) is not null);

    private string ColumnOf(RewardRule rule) => Live.Contest.Columns.FirstOrDefault(column =>
        column.Name == (rule.Column ?? Live.Phase(rule.Phase)?.Ranking.Columns.FirstOrDefault()))?.Title ?? rule.Column ?? "";
}
