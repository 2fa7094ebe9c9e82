using System.Runtime.InteropServices;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// Which row of the answers a key is. Where the keys are not known (a format is checked without answers), every key that comes is taken and
/// gets the next row.
/// </summary>
/// <remarks>
/// All keys stand one after the other in one array, and a slot of the hash table has all that is needed to compare: of 80,000 keys in any
/// order, most of the time goes into waiting for memory, and a dictionary of strings waits about twice as often for each. The hash is the
/// runtime's, with its secret: whoever sends keys to a format check can't choose them to collide.
/// </remarks>
internal sealed class KeyIndex(bool isOpen)
{
    private const int FewestSlots = 1024;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Hash, int Start, int Length, int Row);

    private Slot[] slots = new Slot[FewestSlots];
    private char[] text = new char[16 * FewestSlots];
    private int[] starts = new int[FewestSlots / 2 + 1];
    private int[] following = [];

    /// <summary>Whether any key is taken.</summary>
    public bool IsOpen => isOpen;

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int row] => text.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>The row of a key, or -1.</summary>
    /// <param name="key">A key.</param>
    /// <param name="before">
    /// The row of the key before it, or -1. Most tables have the test table's order; then the next row is the one, and nothing is hashed.
    /// </param>
    public int Find(ReadOnlySpan<char> key, int before)
    {
        int next = before >= 0 && before < following.Length ? following[before] : before + 1;
        if (next < Count && key.SequenceEqual(this[next]))
            return next;
        int hash = string.GetHashCode(key), place = Place(key, hash);
        // Rows are kept from 1, so that a slot of zeros is free.
        return slots[place].Row > 0 ? slots[place].Row - 1 : IsOpen ? Take(key, hash, place) : -1;
    }

    /// <summary>Where rows do not stand here as in the test table: for each row the one that follows it there.</summary>
    public void Follow(int[] rows) => following = rows;

    /// <returns>The key's new row; -1 where it is there already.</returns>
    public int Add(ReadOnlySpan<char> key)
    {
        int hash = string.GetHashCode(key), place = Place(key, hash);
        return slots[place].Row > 0 ? -1 : Take(key, hash, place);
    }

    /// <summary>The key's slot, or the free one where it would be.</summary>
    private int Place(ReadOnlySpan<char> key, int hash)
    {
        int place = hash & (slots.Length - 1);
        while (slots[place] is { Row: > 0 } slot
            && !(slot.Hash == hash && key.SequenceEqual(text.AsSpan(slot.Start, slot.Length))))
            place = (place + 1) & (slots.Length - 1);
        return place;
    }

    private int Take(ReadOnlySpan<char> key, int hash, int place)
    {
        int start = starts[Count];
        if (start + key.Length > text.Length)
            Array.Resize(ref text, Math.Max(start + key.Length, 2 * text.Length));
        key.CopyTo(text.AsSpan(start));
        slots[place] = new Slot(hash, start, key.Length, Count + 1);
        if (++Count == starts.Length - 1)
            Grow();
        starts[Count] = start + key.Length;
        return Count - 1;
    }

    /// <summary>Twice the slots: at most half of them are ever taken.</summary>
    private void Grow()
    {
        Array.Resize(ref starts, slots.Length + 1);
        Slot[] old = slots;
        slots = new Slot[2 * old.Length];
        foreach (Slot slot in old)
        {
            if (slot.Row > 0)
                slots[Place(text.AsSpan(slot.Start, slot.Length), slot.Hash)] = slot;
        }
    }
}
