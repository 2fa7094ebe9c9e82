using Evaluator.Board.Folder;
using Evaluator.Board.People;
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

    public IActionResult OnPostRemove(string? key)
    {
        boards.Remove(Visitor, key ?? "");
        return Done("/organise/boards", "Its word is no longer taken.");
    }
}
