namespace Evaluator.Benchmarks.Board;

/// <summary>The same evaluations once: by bare runs, over the board's own queue, over RabbitMQ.</summary>
/// <param name="Workers">How many at the same time.</param>
/// <param name="Bare">Evaluations a second of <c>evaluator run</c>.</param>
/// <param name="Rabbit">Null where there is no RabbitMQ.</param>
internal sealed record GrowthTurn(int Workers, double Bare, QueuePlay Own, QueuePlay? Rabbit);
