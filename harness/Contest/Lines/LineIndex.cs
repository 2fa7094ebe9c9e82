using System.Numerics;
using CommunityToolkit.HighPerformance.Helpers;

namespace Evaluator.Contest.Lines;

/// <summary>
/// The rows of a table by one of their fields; of rows with the same value the first counts. It holds numbers of lines and looks at
/// the table's own bytes: no string is made, neither of a row's key nor of what is looked up.
/// </summary>
internal sealed class LineIndex
{
    private readonly TextLines lines;
    private readonly int keyColumn;

    /// <summary>Line numbers, by hash, with linear probing; 0, the header's, for an empty slot.</summary>
    private readonly int[] slots;

    public LineIndex(TextLines lines, int keyColumn)
    {
        this.lines = lines;
        this.keyColumn = keyColumn;
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)lines.Count * 2)];
        for (int line = 1; line < lines.Count; line++)
        {
            ref int slot = ref SlotOf(TabFields.At(lines[line], keyColumn));
            if (slot == 0)
                slot = line;
        }
    }

    /// <summary>The first row with this value; null if there is none.</summary>
    public int? Find(ReadOnlySpan<byte> key) => SlotOf(key) is var line and > 0 ? line : null;

    private ref int SlotOf(ReadOnlySpan<byte> key)
    {
        int mask = slots.Length - 1;
        for (int at = HashCode<byte>.Combine(key) & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == 0 || TabFields.At(lines[slots[at]], keyColumn).SequenceEqual(key))
                return ref slots[at];
        }
    }
}
