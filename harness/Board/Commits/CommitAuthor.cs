namespace Evaluator.Board.Commits;

/// <summary>An author of a team's commits.</summary>
internal sealed record CommitAuthor
{
    public required string Mail { get; init; }

    public required string Name { get; init; }

    public long Commits { get; init; }

    /// <summary>Who claims to be that; null for nobody yet.</summary>
    public string? Account { get; init; }

    /// <summary>When the captain said that it is so; null where that has not happened.</summary>
    public long? Confirmed { get; init; }
}
