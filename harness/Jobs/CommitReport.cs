namespace Evaluator.Jobs;

/// <summary>A commit in a log; all texts are a stranger's.</summary>
/// <param name="At">When it was written, as its author says: seconds since 1970.</param>
public sealed record CommitReport(string Id, IReadOnlyList<string> Parents, string AuthorName, string AuthorMail, long At, string Subject);
