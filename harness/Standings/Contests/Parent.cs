namespace Evaluator.Standings.Contests;

/// <summary>What a submission is based on.</summary>
/// <param name="Submission">The parent's id.</param>
/// <param name="Origin"><c>declared</c> or <c>git</c>.</param>
/// <param name="Seq">When it was said.</param>
public sealed record Parent(string Submission, string Origin, long Seq);
