namespace Evaluator.Standings.Significance;

/// <summary>A value that is computed when it is first asked for, by one of those who ask; again after a computation that threw.</summary>
internal sealed class ComputedOnce<T>
    where T : class
{
    private readonly Lock gate = new();
    private bool isThere;
    private T? value;

    public T? Of(Func<T?> compute)
    {
        lock (gate)
        {
            if (!isThere)
                (value, isThere) = (compute(), true);
            return value;
        }
    }
}
