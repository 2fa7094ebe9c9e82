using Evaluator.Board.People;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/audit.</summary>
[Authorize(Policies.Organiser)]
internal sealed class AuditPage(AuditLog audit) : BoardPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<AuditEntry> Entries => audit.Read(null, Math.Max(1, Sheet));

    public void OnGet()
    {
    }
}
