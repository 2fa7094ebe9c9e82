namespace Evaluator.Cli.Boards;

/// <summary>A commit that a board was told of, as its API tells its team.</summary>
/// <param name="State">received, fetching, submitted or refused.</param>
/// <param name="Says">The same in words.</param>
/// <param name="Submission">What became of it; null where it is none, or not yet.</param>
internal sealed record DeliveryOnBoard(string Id, string State, string Says, string? Submission)
{
    public bool IsSettled => State is not ("received" or "fetching");
}
