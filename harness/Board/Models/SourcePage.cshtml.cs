using Evaluator.Board.Shell;
using Evaluator.Board.Store;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Models;

/// <summary>/s/ID/source: what was handed in, as text; for the own team, and for everybody once the model is open.</summary>
internal sealed class SourcePage(SubmissionViews views, Blobs blobs, TeamNames names) : BoardPage
{
    public SubmissionView Submission { get; private set; } = null!;

    public ModelSource Source { get; private set; } = null!;

    public ModelWords Says => Words.Of(Submission.Contest.Challenge).Models;

    public string TeamName => names.NameOf(Submission.Row.Team);

    /// <param name="file">One of an archive; null for the first that is text.</param>
    public IActionResult OnGet(string id, string? file)
    {
        if (views.Find(Visitor, id) is not { MayRead: true } view || blobs.Open(view.Row.Sha256) is not { } content)
            return NotFound();
        using (content)
            (Submission, Source) = (view, ModelSource.Of(content, view.Row.Format, string.IsNullOrEmpty(file) ? null : file));
        return Page();
    }
}
