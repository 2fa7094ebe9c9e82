using System.Buffers.Text;
using System.Text;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Truth;

/// <summary>
/// The type of an emergency by its <c>final_type</c>: 0 disorder, 1 medical, 2 violent, 3 other. The first flag set in the code
/// table counts; none set, or a name that is not there, is other (ruling 7).
/// </summary>
public sealed class EventTypeTable
{
    private static readonly string[] FlagColumns = ["Disorder", "MedEmerg", "Violent"];

    private readonly IdentifierIndex types = new(StringComparer.OrdinalIgnoreCase);

    private EventTypeTable()
    {
    }

    /// <summary>Rows that name a type named before; the first row counts.</summary>
    public int RepeatedRows { get; private set; }

    /// <summary>Flags that are no number; they count as not set.</summary>
    public int UnreadableFlags { get; private set; }

    /// <summary>The type, 0 to 3, of a trimmed <c>final_type</c>, case ignored.</summary>
    public int TypeOf(ReadOnlySpan<byte> finalType) => types.TryGet(finalType, out int type) ? type : EventTypes.Other;

    internal static EventTypeTable Of(TextLines lines)
    {
        int nameColumn = Header.Require(lines, "final_type");
        int[] flagColumns = FlagColumns.Select(name => Header.Require(lines, name)).ToArray();
        var table = new EventTypeTable();
        for (int line = 1; line < lines.Count; line++)
            table.AddRow(lines[line], nameColumn, flagColumns);
        return table;
    }

    private void AddRow(ReadOnlySpan<byte> line, int nameColumn, int[] flagColumns)
    {
        ReadOnlySpan<byte> name = TabFields.At(line, nameColumn);
        if (name.IsEmpty)
            return;
        if (types.TryGet(name, out _))
        {
            RepeatedRows++;
            return;
        }
        int type = EventTypes.Other;
        for (int flag = flagColumns.Length - 1; flag >= 0; flag--)
            if (IsSet(TabFields.At(line, flagColumns[flag])))
                type = flag;
        types.Add(Encoding.UTF8.GetString(name), type);
    }

    private bool IsSet(ReadOnlySpan<byte> flag)
    {
        if (flag.IsEmpty)
            return false;
        if (Utf8Parser.TryParse(flag, out double value, out int length) && length == flag.Length)
            return value == 1;
        UnreadableFlags++;
        return false;
    }
}
