namespace Evaluator.Board.Repositories;

/// <summary>Something that a repository's host, or a member by a program, has told: a commit to be handed in.</summary>
/// <param name="HostId">The host's own id of it.</param>
/// <param name="Wanted">The commit, or a tag on it; empty where nothing is to be fetched.</param>
/// <param name="Account">Who asked for it without a hook; null where a host did.</param>
internal sealed record Delivery(
    string Id, string Repository, string Contest, string Team, string Phase, string HostId, string BodySha256, string Ref, string Wanted,
    string State, string Why, long Received, long Changed, string? Account, string? Submission, long Losses)
{
    public string ShortRef => Ref.StartsWith("refs/", StringComparison.Ordinal) ? Ref[(Ref.IndexOf('/', 5) + 1)..] : Ref;
}
