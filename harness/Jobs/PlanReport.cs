namespace Evaluator.Jobs;

/// <summary>The evaluation is planned; <c>run.json</c> and <c>data.sha256</c> go with it.</summary>
/// <param name="Rejection">Why nothing of the submission can run, in words for the competitor; null where it can.</param>
/// <param name="Shards">The cases of each shard, in the order in which they are to be begun.</param>
public sealed record PlanReport(string? Rejection, IReadOnlyList<IReadOnlyList<string>> Shards);
