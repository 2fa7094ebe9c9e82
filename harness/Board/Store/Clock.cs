namespace Evaluator.Board.Store;

/// <summary>Times as the database keeps them.</summary>
internal static class Clock
{
    /// <summary>Milliseconds since 1970 in UTC.</summary>
    public static long Now(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
