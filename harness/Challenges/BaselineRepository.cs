namespace Evaluator.Challenges;

/// <summary>Where a baseline stands in a git repository: one commit of it, by its id or by a tag.</summary>
/// <param name="Url">https, without a password in it.</param>
/// <param name="Commit">40 or 64 hex digits; null where a tag is named.</param>
/// <param name="Path">The file or folder that is evaluated; empty for the whole tree.</param>
public sealed record BaselineRepository(string Url, string? Commit, string? Tag, string Path)
{
    /// <summary>What is asked of the repository's host.</summary>
    public string Wanted => Commit ?? "refs/tags/" + Tag;
}
