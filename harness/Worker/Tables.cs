using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>The nine arrays of <c>setup</c>, made from the tables file that the harness prepares once for all workers.</summary>
internal static class Tables
{
    /// <summary>Header, type, length, terminator, and what rounding up to eight bytes adds at most.</summary>
    private const long StringHeadBytes = 8 + 8 + 4 + 2 + 6;

    /// <summary>Header, type and length of an array; with room to spare.</summary>
    private const long ArrayHeadBytes = 64;

    public static string[][] Read(string path)
    {
        using var file = new MappedFile(path);
        (long strings, long arrays) = SizeOf(file.Bytes);
        using var quiet = new QuietHeap(strings, arrays);
        using var room = new RoomForTables(strings);
        var reader = new PayloadReader(file.Bytes);
        string[][] tables = new string[Protocol.TableCount][];
        for (int i = 0; i < tables.Length; i++)
            tables[i] = reader.TextList();
        reader.End();
        return tables;
    }

    /// <summary>
    /// Looks at the nine lists' heads only. Text that is not ASCII takes less than this says.
    /// </summary>
    private static (long Strings, long Arrays) SizeOf(ReadOnlySpan<byte> payload)
    {
        long strings = 0, arrays = 0;
        var reader = new PayloadReader(payload);
        for (int i = 0; i < Protocol.TableCount; i++)
        {
            (int count, int bytes) = reader.SkipTextList();
            strings += count * StringHeadBytes + bytes * (long)sizeof(char);
            arrays += ArrayHeadBytes + count * (long)sizeof(ulong);
        }
        return (strings, arrays);
    }
}
