using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/CONTEST/rejudge: what a rejudge would change, then applying or cancelling it.</summary>
[Authorize(Policies.Organiser)]
internal sealed class RejudgePage(ContestShelf shelf, TimeProvider clock, RejudgeDesk desk, TeamNames names) : ContestPage(shelf, clock)
{
    public IReadOnlyList<RejudgeSet> Sets => desk.All(Contest.Name);

    public string NameOf(string team) => names.NameOf(team);

    public void OnGet()
    {
    }

    public IActionResult OnPostApply(string set) => Said(desk.Apply(Visitor, Live, set),
        "Applied: from now on the new results count. Under a freeze others see it when that ends.");

    public IActionResult OnPostCancel(string set) => Said(desk.Cancel(Visitor, Live, set), "Cancelled: nothing changed.");

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}/rejudge", done) : Refuse(refusal);
}
