namespace Evaluator.Standings.Significance;

/// <summary>What was computed lately, by name: the same order is asked for by many, and computing takes seconds. Any thread may
/// ask.</summary>
internal sealed class Remembered<T>
    where T : class
{
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Name, ComputedOnce<T> Value)> kept = [];

    public T? Of(string name, Func<T?> compute) => SlotOf(name).Of(compute);

    private ComputedOnce<T> SlotOf(string name)
    {
        lock (gate)
        {
            foreach ((string known, ComputedOnce<T> value) in kept)
                if (known == name)
                    return value;
            ComputedOnce<T> made = new();
            kept.AddFirst((name, made));
            if (kept.Count > Most)
                kept.RemoveLast();
            return made;
        }
    }
}
