namespace Evaluator.Benchmarks.Board;

/// <summary>Evaluations that went through a board's queue.</summary>
/// <param name="Rate">Evaluations a second, from the first lease to the last merge.</param>
/// <param name="CostOfShard">Milliseconds between the end of a worker's shard and its next lease, median.</param>
/// <param name="ShardSeconds">How long a shard took, median.</param>
/// <param name="BytesOfCase">What workers posted, a case.</param>
internal sealed record QueuePlay(double Rate, double CostOfShard, double ShardSeconds, double BytesOfCase);
