using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Profiles;

/// <summary>/me/elsewhere: a nonce to have signed, and what other boards signed.</summary>
[Authorize(Policies.Competitor)]
internal sealed class ElsewherePage(ElsewhereDesk desk, ProfileRows rows, KnownBoards boards) : BoardPage
{
    /// <summary>Just made.</summary>
    public string? Nonce { get; private set; }

    public DateTimeOffset Expires { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<ElsewhereRow> Rows => rows.Elsewhere(Visitor.AccountId!);

    public IReadOnlyList<KnownBoard> Boards => boards.All();

    public string OwnAddress => $"{Request.Scheme}://{Request.Host}/u/{Uri.EscapeDataString(Visitor.Handle!)}.json";

    public void OnGet()
    {
    }

    public void OnPostNonce() => (Nonce, Expires) = desk.NewNonce(Visitor);

    public IActionResult OnPostTake() => desk.Take(Visitor, Text) is { } refusal
        ? Refuse(refusal)
        : Done("/me/elsewhere", "Taken: the signature fits. It is on your page if you show history from other boards.");

    public IActionResult OnPostRemove(string? id) =>
        desk.Remove(Visitor, id ?? "") is { } refusal ? Refuse(refusal) : Done("/me/elsewhere", "Removed.");
}
