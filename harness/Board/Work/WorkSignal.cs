namespace Evaluator.Board.Work;

/// <summary>Wakes those who wait for a job when there may be one.</summary>
internal sealed class WorkSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Ends at the next <see cref="Give"/>. Taken before one looks for a job, so that none is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Give() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
