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

    public IActionResult OnPostApply(string set) => desk.Find(Live, set) is not { State: RejudgeSet.Open } known
        || RejudgeDesk.Missing(Live, known).Count > 0
        ? Apply(set)   // which says what is wrong
        : Ask(Questions.Apply(RejudgeDesk.Preview(Live, known).Sum(phase => phase.Changes.Count)), () => Apply(set));

    public IActionResult OnPostCancel(string set) => desk.Find(Live, set) is not { } known
        ? Cancel(set)
        : Ask(Questions.Cancel(known.Submissions.Count), () => Cancel(set));

    public IActionResult OnPostTakeBack(string set, string? reason) => desk.Find(Live, set) is not { State: RejudgeSet.Applied } known
        || ContestDesk.Reason(reason).IsRefused
        ? TakeBack(set, reason)
        : Ask(Questions.TakeBack(RejudgeDesk.Preview(Live, known).Sum(phase => phase.Changes.Count)), () => TakeBack(set, reason));

    private IActionResult Apply(string set) => Said(desk.Apply(Visitor, Live, set),
        "Applied: from now on the new results count. Under a freeze others see it when that ends.");

    private IActionResult Cancel(string set) => Said(desk.Cancel(Visitor, Live, set), "Cancelled: nothing changed.");

    private IActionResult TakeBack(string set, string? reason) => Said(desk.TakeBack(Visitor, Live, set, reason),
        "Taken back: the results of before count again; under a freeze others see it when that ends. The set is open; it can "
        + "be applied again, or cancelled.");

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}/rejudge", done) : Refuse(refusal);
}
