namespace Evaluator.Standings.Rejudging;

/// <summary>What a rejudge would do to a team. Null stands for "not ranked".</summary>
public sealed record RankChange(
    string Team, int? RankBefore, int? RankAfter, string? SubmissionBefore, string? SubmissionAfter,
    IReadOnlyList<decimal?>? ValuesBefore, IReadOnlyList<decimal?>? ValuesAfter)
{
    public bool IsChange =>
        RankBefore != RankAfter || SubmissionBefore != SubmissionAfter || !(ValuesBefore ?? []).SequenceEqual(ValuesAfter ?? []);
}
