namespace Evaluator.Board.Repositories;

/// <summary>A repository that a team hands in from.</summary>
/// <param name="Path">The file or folder that is handed in; empty for the whole tree.</param>
/// <param name="Phase">Empty: whichever takes submissions when something is pushed.</param>
/// <param name="Branch">Each push to it hands in; empty: tags <c>submission-*</c>.</param>
/// <param name="Control">The line that has to stand in the control file.</param>
/// <param name="Secret">What its host signs with, protected with the board's keys.</param>
/// <param name="UnsignedCount">Deliveries whose signature was none of its secrets'.</param>
internal sealed record Repository(
    string Id, string Contest, string Team, string Account, string Provider, string Url, string Path, string Phase, string Branch,
    string Control, string Secret, string? PreviousSecret, long? PreviousUntil, long Created, long? Removed, long UnsignedCount,
    long? UnsignedAt)
{
    /// <summary>The file at the root of a commit that shows whose the repository is.</summary>
    public const string ControlFile = ".evaluator-board";

    private const string TagStart = "refs/tags/submission-", BranchStart = "refs/heads/";

    public string HookPath => $"/hooks/{Provider}/{Id}";

    public string Trigger => Branch.Length > 0 ? $"each push to {Branch}" : "tags submission-*";

    /// <summary>Whether a push to this ref hands in.</summary>
    public bool Takes(string reference) =>
        Branch.Length > 0 ? reference == BranchStart + Branch : reference.StartsWith(TagStart, StringComparison.Ordinal);

    /// <summary>The repository's own name, at the end of its address.</summary>
    public string Name => NameOf(Url);

    public static string NameOf(string url) =>
        url.TrimEnd('/')[(url.TrimEnd('/').LastIndexOf('/') + 1)..].Replace(".git", "", StringComparison.Ordinal);
}
