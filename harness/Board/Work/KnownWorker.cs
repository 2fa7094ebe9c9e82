namespace Evaluator.Board.Work;

/// <summary>A worker that has asked for a job.</summary>
/// <param name="Token">What its token is called.</param>
/// <param name="Seen">When it was last heard of.</param>
/// <param name="Jobs">Those that it has now.</param>
internal sealed record KnownWorker(string Name, string Token, long Sandbox, string Version, DateTimeOffset Seen, long Jobs);
