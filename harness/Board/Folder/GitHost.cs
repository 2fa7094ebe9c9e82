namespace Evaluator.Board.Folder;

/// <summary>A host that repositories may lie on, as an operator lists it in <c>board.json</c>.</summary>
internal sealed record GitHost
{
    public static IReadOnlyList<string> Providers { get; } = ["github", "gitea", "forgejo", "gitlab"];

    /// <summary>Hosts of the public internet.</summary>
    public static IReadOnlyList<GitHost> Public { get; } =
    [
        new() { Host = "github.com", Provider = "github" },
        new() { Host = "gitlab.com", Provider = "gitlab" },
        new() { Host = "codeberg.org", Provider = "forgejo" },
        new() { Host = "gitea.com", Provider = "gitea" },
    ];

    /// <summary>As in addresses, with the port where it is not 443.</summary>
    public required string Host { get; init; }

    /// <summary>Whose hooks it sends: <c>github</c>, <c>gitea</c>, <c>forgejo</c> or <c>gitlab</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>It may have an address that is not of the public internet: a host inside of a company.</summary>
    public bool MayBePrivate { get; init; }

    /// <summary>A file with the certificates (PEM) that its own must go back to, relative to the board's folder; null for the well-known
    /// ones.</summary>
    public string? Certificates { get; init; }
}
