namespace Evaluator.Board.Commits;

/// <summary>A commit in the log of a submission; what people wrote is a stranger's text, and erasable.</summary>
/// <param name="Written">When, as its author says: seconds since 1970.</param>
internal sealed record SourceCommit(
    string Submission, long Place, string CommitId, string AuthorName, string AuthorMail, long Written, string Subject);
