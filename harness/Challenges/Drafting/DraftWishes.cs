namespace Evaluator.Challenges.Drafting;

/// <summary>What an organiser says of a challenge that is to be drafted; whatever is null is proposed.</summary>
public sealed record DraftWishes
{
    /// <summary>The challenge in addresses.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    public string? Key { get; init; }

    public string? Truth { get; init; }

    public TableShape? Shape { get; init; }

    public int? Picks { get; init; }

    public string? Metric { get; init; }

    /// <summary>Whether all answers are one set, instead of a provisional and a final part.</summary>
    public bool IsOneSet { get; init; }

    /// <summary>The secret behind the split and the order of the test table: 32 bytes.</summary>
    public required byte[] Seed { get; init; }

    public required DateTimeOffset Opens { get; init; }
}
