namespace Evaluator.Standings.Contests;

/// <summary>A value and all that it has been, by the entry that set it. What it was at an entry is a binary search.</summary>
internal sealed class History<T>
{
    private readonly List<(long Seq, T Value)> versions = [];

    public bool IsEmpty => versions.Count == 0;

    public T Current => versions[^1].Value;

    public long LastSeq => versions.Count == 0 ? 0 : versions[^1].Seq;

    public void Set(long seq, T value)
    {
        if (versions.Count > 0 && versions[^1].Seq == seq)
            versions[^1] = (seq, value);
        else
            versions.Add((seq, value));
    }

    /// <param name="otherwise">What it was before it was first set.</param>
    public T At(long seq, T otherwise)
    {
        int index = IndexAt(seq);
        return index < 0 ? otherwise : versions[index].Value;
    }

    /// <summary>The entry that set the value which held at <paramref name="seq"/>; 0 where it was not set yet.</summary>
    public long SetAt(long seq)
    {
        int index = IndexAt(seq);
        return index < 0 ? 0 : versions[index].Seq;
    }

    private int IndexAt(long seq)
    {
        int low = 0, high = versions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (versions[middle].Seq <= seq)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
