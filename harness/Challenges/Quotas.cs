namespace Evaluator.Challenges;

/// <summary>
/// How much a team may hand in to a phase. A limit that is null does not exist. A day is a UTC day of the board's receipt. What failed for
/// a
/// reason of ours and what was refused before anything of it ran charge nothing.
/// </summary>
public sealed record Quotas
{
    public static Quotas None { get; } = new();

    /// <summary>Submissions a day that got a score, or may still get one.</summary>
    public int? ScoredADay { get; init; }

    public int? ScoredInTotal { get; init; }

    /// <summary>Submissions a day of which something ran, a compiler at least.</summary>
    public int? AttemptedADay { get; init; }

    public int? AttemptedInTotal { get; init; }

    /// <summary>Submissions that wait or are being evaluated at the same time.</summary>
    public int? InFlight { get; init; }
}
