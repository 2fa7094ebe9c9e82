namespace Evaluator.Confinement.Disk;

/// <summary>
/// What a worker left and could not be removed at once: a process that the kernel is still taking apart, its control group, its folder. The
/// case is over and its verdict known, so nobody waits: it is tried again with each later case and at the end of the run, and then
/// reported.
/// </summary>
public static class Stragglers
{
    private static readonly Lock Gate = new();
    private static readonly List<(string What, Func<bool> TryAgain)> Left = [];

    /// <param name="what">For people.</param>
    /// <param name="tryAgain">Whether it is gone now; must not throw, nor wait.</param>
    public static void Add(string what, Func<bool> tryAgain)
    {
        lock (Gate)
            Left.Add((what, tryAgain));
    }

    /// <summary>Tries again, until all are gone or the time is over.</summary>
    /// <returns>What is still there.</returns>
    public static IReadOnlyList<string> Sweep(TimeSpan patience)
    {
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            lock (Gate)
            {
                Left.RemoveAll(straggler => straggler.TryAgain());
                if (Left.Count == 0 || Environment.TickCount64 >= end)
                    return [.. Left.Select(straggler => straggler.What)];
            }
            Thread.Sleep(10);
        }
    }
}
