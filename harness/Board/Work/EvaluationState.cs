namespace Evaluator.Board.Work;

/// <summary>Where an evaluation stands, as the database has it.</summary>
internal static class EvaluationState
{
    /// <summary>Its plan, or shards of it, wait or are being played.</summary>
    public const string Open = "open";

    /// <summary>It has a score.</summary>
    public const string Scored = "scored";

    /// <summary>Nothing of the submission can run.</summary>
    public const string Rejected = "rejected";

    /// <summary>Too many faults of ours: it waits for an organiser.</summary>
    public const string Unsettled = "unsettled";

    /// <summary>Nobody wants to know any more: a rejudge that was cancelled.</summary>
    public const string Dropped = "dropped";
}
