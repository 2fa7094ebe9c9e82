namespace Evaluator.Board.Baselines;

/// <summary>A commit of a repository that is a baseline, and how far it is.</summary>
/// <param name="Wanted">A commit, or <c>refs/tags/NAME</c>.</param>
/// <param name="Path">The file or folder that is evaluated; empty for the whole tree.</param>
/// <param name="CommitId">Null until it is fetched, as what follows.</param>
/// <param name="Sha256">The blob that is evaluated.</param>
internal sealed record BaselineSource(
    string Id, string Contest, string Baseline, string Url, string Wanted, string Path, string State, string Why, string? CommitId,
    string? FileName, string? Sha256, long? Bytes, long Losses)
{
    public const string Waiting = "waiting", Fetching = "fetching", Fetched = "fetched", Refused = "refused";

    /// <summary>How far it is, in words.</summary>
    public string Says => State switch
    {
        Waiting => "A worker fetches it in a moment.",
        Fetching => "Being fetched.",
        Fetched => $"Fetched: commit {CommitId?[..7]}.",
        _ => Why,
    };
}
