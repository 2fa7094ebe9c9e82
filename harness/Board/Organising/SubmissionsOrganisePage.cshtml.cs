using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/CONTEST/submissions: search, take out, bring back, evaluate again.</summary>
[Authorize(Policies.Organiser)]
internal sealed class SubmissionsOrganisePage(
    ContestShelf shelf, TimeProvider clock, SubmissionViews views, TeamNames names, ContestDesk desk, RejudgeDesk rejudging)
        : ContestPage(shelf, clock)
{
    private IReadOnlyDictionary<string, string> teams = new Dictionary<string, string>();

    /// <summary>Words that all have to be there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The phase; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<SubmissionView> Submissions { get; private set; } = [];

    public string TeamOf(SubmissionView view) => TeamOf(view.Row.Team);

    private string TeamOf(string team) => teams.GetValueOrDefault(team, "erased");

    public void OnGet() => Look();

    public IActionResult OnPostIgnore(string[] chosen, string? reason)
    {
        if (chosen.Length == 0 || chosen.Any(id => Live.Submission(id) is null) || ContestDesk.Reason(reason).IsRefused)
            return TakeOut(chosen, reason);   // which says what is wrong
        Look();
        return Ask(Questions.TakeOut([.. chosen.Select(id => $"{id} of {TeamOf(Live.Submission(id)!.Accepted.Team)}")]),
            () => TakeOut(chosen, reason));
    }

    private IActionResult TakeOut(string[] chosen, string? reason) =>
        Each(chosen, id => desk.Ignore(Visitor, Live, id, null, reason), "They are out of the standings.");

    public IActionResult OnPostReinstate(string[] chosen, string? reason) =>
        Each(chosen, id => desk.Reinstate(Visitor, Live, id, null, reason), "They are back.");

    public IActionResult OnPostRejudge(string[] chosen, string? reason)
    {
        Outcome<string> set = rejudging.Make(Visitor, Contest, chosen, reason);
        if (!set.IsRefused)
            return Done($"/organise/{Contest.Name}/rejudge",
                "The set is made; its evaluations are queued. Nobody sees them until you apply it.");
        Look();
        return Refuse(set.Refusal);
    }

    private IActionResult Each(string[] chosen, Func<string, Refusal?> act, string done)
    {
        Refusal? refusal = chosen.Length == 0 ? Refusal.Invalid("Choose at least one submission.") : null;
        foreach (string id in chosen)
            refusal ??= act(id);
        if (refusal is null)
            return Done($"/organise/{Contest.Name}/submissions", done);
        Look();
        return Refuse(refusal);
    }

    private void Look()
    {
        Sheet = Math.Max(1, Sheet);
        teams = names.Of(Contest.Name);
        Submissions = views.Search(Visitor, Contest, Q, string.IsNullOrEmpty(Of) ? null : Of, Sheet);
    }
}
