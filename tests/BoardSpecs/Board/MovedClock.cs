namespace Evaluator.BoardSpecs.Board;

/// <summary>Time passes when the spec says so.</summary>
internal sealed class MovedClock(DateTimeOffset? start = null) : TimeProvider
{
    private DateTimeOffset now = start ?? new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(double seconds) => now = now.AddSeconds(seconds);
}
