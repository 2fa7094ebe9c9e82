using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Rewards;

/// <summary>/rewards: what all contests of the board have given.</summary>
internal sealed class BoardRewardsPage(RewardHistory history) : BoardPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<RewardLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    public void OnGet()
    {
        Sheet = Math.Clamp(Sheet, 1, 1_000_000);
        IReadOnlyList<RewardLine> all = history.OfBoard();
        Lines = [.. all.Skip((Sheet - 1) * RewardHistory.PageSize).Take(RewardHistory.PageSize)];
        HasMore = all.Count > Sheet * RewardHistory.PageSize;
    }
}
