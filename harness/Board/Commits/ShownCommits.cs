using System.Text;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commits;

/// <summary>What a submission's page shows of the commit that it is.</summary>
/// <param name="Accounts">Handles of the members behind mail addresses, of confirmed claims.</param>
/// <param name="Changes">What is different from the submission before it; null where that could not be had.</param>
internal sealed record ShownCommits(
    Source Source, IReadOnlyList<SourceCommit> Commits, IReadOnlyDictionary<string, string> Accounts, string? Changes)
{
    /// <summary>More of a difference is not shown on a page.</summary>
    private const int MostShown = 100_000;

    /// <summary>The address of the commit at its host; null where the repository's was erased.</summary>
    public string? Address => Uri.IsWellFormedUriString(Source.Url, UriKind.Absolute)
        ? $"{(Source.Url.EndsWith(".git", StringComparison.Ordinal) ? Source.Url[..^4] : Source.Url)}/commit/{Source.CommitId}"
        : null;

    public bool IsCut => Changes?.Length > MostShown;

    /// <summary>The lines of the difference, each with what it is: added, removed, head, or nothing.</summary>
    public IEnumerable<(string Kind, string Text)> Lines() => (Changes is { Length: > MostShown } ? Changes[..MostShown] : Changes ?? "")
        .TrimEnd('\n').Split('\n').Select(line => (KindOf(line), line));

    /// <returns>Null where the submission is no commit.</returns>
    public static ShownCommits? Of(string submission, SourceRows rows, AuthorClaims claims, Blobs blobs, Func<string, string> handleOf)
    {
        if (rows.Find(submission) is not { } source)
            return null;
        Dictionary<string, string> accounts = claims.Accounts(source.Contest, source.Team)
            .ToDictionary(pair => pair.Key, pair => handleOf(pair.Value), StringComparer.Ordinal);
        string? changes = null;
        if (source.ChangesSha256 is { } sha256 && blobs.Open(sha256) is { } content)
        {
            using StreamReader reader = new(content, Encoding.UTF8);
            changes = reader.ReadToEnd();
        }
        return new ShownCommits(source, rows.CommitsOf(submission), accounts, changes);
    }

    private static string KindOf(string line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] or ['@', '@', ..] => "head",
        _ when line.StartsWith("diff ", StringComparison.Ordinal) => "head",
        ['+', ..] => "added",
        ['-', ..] => "removed",
        _ => "",
    };
}
