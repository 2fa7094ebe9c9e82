namespace Evaluator.Jobs;

/// <summary>
/// A worker offers to fetch a commit: <c>POST /api/v1/work/fetches/lease</c>. Answered by a <see cref="FetchOrder"/>, or 204
/// where there is none.
/// </summary>
/// <param name="Worker">Who offers; shown to organisers.</param>
/// <param name="WaitSeconds">How long the board may keep the answer back when there is nothing to do yet.</param>
public sealed record FetchOffer(string Worker, int WaitSeconds);
