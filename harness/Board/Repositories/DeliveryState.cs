namespace Evaluator.Board.Repositories;

/// <summary>Where a delivery stands, as the database has it.</summary>
internal static class DeliveryState
{
    /// <summary>A worker will fetch it.</summary>
    public const string Received = "received";

    /// <summary>A worker is at it, as long as its lease lasts.</summary>
    public const string Fetching = "fetching";

    /// <summary>It is a submission; what becomes of that is told there.</summary>
    public const string Submitted = "submitted";

    /// <summary>It did not become one; the team can have it tried again.</summary>
    public const string Refused = "refused";

    /// <summary>It asks for nothing: a hook's first sign of life, a push to something else.</summary>
    public const string Ignored = "ignored";
}
