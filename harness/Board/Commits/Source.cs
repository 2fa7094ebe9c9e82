namespace Evaluator.Board.Commits;

/// <summary>The commit that a submission is.</summary>
/// <param name="Url">Of the repository; a person's, so erasable.</param>
/// <param name="Previous">The commit of the team's submission before it, in the same repository; null for the first.</param>
/// <param name="ChangesSha256">The blob with what is different from that; null where it could not be had.</param>
internal sealed record Source(
    string Submission, string Contest, string Team, string Repository, string Url, string CommitId, string Ref, string? Previous,
    string? ChangesSha256);
