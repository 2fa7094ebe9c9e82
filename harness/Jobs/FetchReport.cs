namespace Evaluator.Jobs;

/// <summary>A commit is here; the hand-in that it makes goes with the report: <c>POST /api/v1/work/fetches/{delivery}/commit</c>.</summary>
/// <param name="Commit">Its id, where a tag was asked for.</param>
/// <param name="Previous">What it was compared with; null for nothing.</param>
/// <param name="Name">What the hand-in is called.</param>
/// <param name="Control">The text of the control file; null where the commit has none.</param>
/// <param name="Log">The commit and those before it, the newest first.</param>
/// <param name="Changes">What is different from the commit before, as <c>git diff</c> says it; null where that could not be had.</param>
public sealed record FetchReport(
    string Commit, string? Previous, string Name, string? Control, IReadOnlyList<CommitReport> Log, string? Changes);
