namespace Evaluator.Cli.Boards;

/// <summary>What a board answers when it has a submission.</summary>
/// <param name="Again">It had it already: the same key had brought it before.</param>
internal sealed record TakenSubmission(string Submission, string Sha256, long Bytes, bool Again, string Page);
