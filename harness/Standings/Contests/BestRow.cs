namespace Evaluator.Standings.Contests;

/// <summary>What a team shows in a view: one submission, and the values that the view gives out.</summary>
internal sealed record BestRow(Submission Submission, decimal?[] Values, decimal? Gain)
{
    public bool IsSame(BestRow? other) =>
        other is not null && other.Submission == Submission && other.Gain == Gain && other.Values.AsSpan().SequenceEqual(Values);
}
