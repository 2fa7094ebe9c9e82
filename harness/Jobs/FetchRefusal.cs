namespace Evaluator.Jobs;

/// <summary>A commit can't be had, or not be taken: <c>POST /api/v1/work/fetches/{delivery}/refusal</c>.</summary>
/// <param name="Why">In words for who pushed it.</param>
/// <param name="IsOurs">The worker's machine is why: another one, or a later try, may do better.</param>
public sealed record FetchRefusal(string Why, bool IsOurs);
