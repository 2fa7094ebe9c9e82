namespace Evaluator.Jobs;

/// <summary>A worker says that it is alive and still at these jobs: <c>POST /api/v1/work/heartbeat</c>.</summary>
/// <param name="Keys">Of the leases that it holds.</param>
public sealed record HeartbeatRequest(string Worker, IReadOnlyList<string> Keys);
