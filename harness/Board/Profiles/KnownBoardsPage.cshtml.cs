using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Profiles;

/// <summary>/organise/boards: whose word on people is taken.</summary>
[Authorize(Policies.Organiser)]
internal sealed class KnownBoardsPage(KnownBoards boards, BoardSignature signature) : BoardPage
{
    public IReadOnlyList<KnownBoard> Boards => boards.All();

    public string OwnKey => signature.Key.Public.ToPem();

    public string OwnId => signature.Key.Public.Id.ToString();

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Pem { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPostAdd() =>
        boards.Add(Visitor, Name, Pem) is { } refusal ? Refuse(refusal) : Done("/organise/boards", "Its word is taken from now on.");

    public IActionResult OnPostRemove(string? key) => Boards.FirstOrDefault(board => board.KeyId == key) is not { } known
        ? Refuse(Refusal.NotFound("There is no such board."))
        : Ask(new Question($"Remove {known.Name}?", "Its word is no longer taken, and what people showed here of what it signed is no "
            + "longer shown. Adding its key again brings that back.", $"Yes, remove {known.Name}"), () => Remove(known));

    private IActionResult Remove(KnownBoard board) =>
        boards.Remove(Visitor, board.KeyId) is { } refusal ? Refuse(refusal) : Done("/organise/boards", "Its word is no longer taken.");
}
