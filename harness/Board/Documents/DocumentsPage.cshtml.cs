using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Documents;

/// <summary>/c/CONTEST/PHASE/documents: where winners hand in what they explain of their work.</summary>
[Authorize(Policies.Competitor)]
internal sealed class DocumentsPage(ContestShelf shelf, TimeProvider clock, DocumentDesk desk) : ContestPage(shelf, clock)
{
    [BindProperty]
    public string? Kind { get; set; }

    public Refusal? WhyNot => desk.WhyNot(Visitor, Live, Phase!);

    public IReadOnlyList<Document> Documents => desk.Own(Visitor, Live, Phase!.Name);

    public long Limit => desk.Limit;

    public IActionResult OnGet() => Phase!.DocumentsUntil is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken stop)
    {
        if (Phase!.DocumentsUntil is null)
            return NotFound();
        if (file is null)
            return Refuse("Choose a file.");
        await using Stream content = file.OpenReadStream();
        Outcome<Document> taken = await desk.Take(Visitor, Live, Phase, Kind, file.FileName, content, stop);
        return taken.IsRefused ? Refuse(taken.Refusal) : Done($"/c/{Contest.Name}/{Phase.Name}/documents", "It has arrived.");
    }
}
