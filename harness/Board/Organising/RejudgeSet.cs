namespace Evaluator.Board.Organising;

/// <summary>Submissions that are evaluated again together.</summary>
internal sealed record RejudgeSet(string Id, string Contest, long Generation, string Reason, string MadeBy, long Created, string State)
{
    public const string Open = "open";
    public const string Applied = "applied";
    public const string Cancelled = "cancelled";

    public IReadOnlyList<string> Submissions { get; init; } = [];
}
