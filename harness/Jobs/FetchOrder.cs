namespace Evaluator.Jobs;

/// <summary>A commit that a worker is to fetch: what the board answers to <c>POST /api/v1/work/fetches/lease</c>.</summary>
public sealed record FetchOrder
{
    /// <summary>What it is for: a delivery, or a baseline of a contest.</summary>
    public required string Delivery { get; init; }

    /// <summary>Goes with all that is posted for it; whoever has another key holds it no longer.</summary>
    public required string Key { get; init; }

    /// <summary>Seconds from one heartbeat to the next.</summary>
    public required double HeartbeatSeconds { get; init; }

    /// <summary>Of the repository, https.</summary>
    public required string Address { get; init; }

    /// <summary>The commit, or a tag on it: hex; or a tag's name, as <c>refs/tags/v1</c>.</summary>
    public required string Commit { get; init; }

    /// <summary>The commit of the submission before it; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>The file or folder that is handed in; empty for the whole tree.</summary>
    public required string Path { get; init; }

    /// <summary>The file at the root that shows whose the repository is.</summary>
    public required string Control { get; init; }

    /// <summary>What the hand-in is called: a zip of the folder, or the file itself where <see cref="Path"/> names one.</summary>
    public required string Name { get; init; }

    /// <summary>The board's operator allows this host an address that is not of the public internet.</summary>
    public required bool MayBePrivate { get; init; }

    /// <summary>Certificates (PEM) that the host's must go back to; null for those of the worker's machine.</summary>
    public string? Certificates { get; init; }

    public required double Seconds { get; init; }

    /// <summary>What the objects of the commit may take of memory.</summary>
    public required int Mebibytes { get; init; }

    /// <summary>Of the files together, unpacked.</summary>
    public required long MostBytes { get; init; }
}
