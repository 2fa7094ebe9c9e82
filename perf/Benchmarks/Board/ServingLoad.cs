namespace Evaluator.Benchmarks.Board;

/// <summary>How much is asked of a served contest.</summary>
internal sealed record ServingLoad
{
    /// <summary>How long wrk asks for pages.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Open event streams.</summary>
    public int Streams { get; init; } = 500;

    /// <summary>Results that come in while they are open.</summary>
    public int News { get; init; } = 20;

    /// <summary>Moments of the past that are asked for.</summary>
    public int Moments { get; init; } = 20;

    /// <summary>One of each kind: whether it still works, not how fast it is.</summary>
    public static ServingLoad Small { get; } = new() { Seconds = 1, Streams = 10, News = 3, Moments = 2 };
}
