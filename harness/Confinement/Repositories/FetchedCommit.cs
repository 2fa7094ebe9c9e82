namespace Evaluator.Confinement.Repositories;

/// <summary>What came of a commit.</summary>
/// <param name="Id">Of the commit itself, where a tag was asked for.</param>
/// <param name="Files">What was wanted of its tree, by path.</param>
/// <param name="Control">The control file's text; null where the commit has none.</param>
/// <param name="Log">The commit and those before it, the newest first; only itself where the host gave no more.</param>
/// <param name="Changes">What is different from the previous commit, as `git diff` says it; null where that could not be had.</param>
public sealed record FetchedCommit(
    string Id, IReadOnlyList<CommittedFile> Files, string? Control, IReadOnlyList<LoggedCommit> Log, string? Changes);
