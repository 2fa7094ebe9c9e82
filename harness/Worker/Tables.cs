using System.IO.MemoryMappedFiles;
using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>The nine arrays of <c>setup</c>, made from the tables file that the harness prepares once for all workers.</summary>
internal static class Tables
{
    /// <summary>Header, type, length, terminator, and what rounding up to eight bytes adds at most.</summary>
    private const long StringHeadBytes = 8 + 8 + 4 + 2 + 6;

    public static unsafe string[][] Read(string path)
    {
        long length = new FileInfo(path).Length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var payload = new ReadOnlySpan<byte>(start, checked((int)length));
            using RoomForTables room = RoomFor(payload);
            var reader = new PayloadReader(payload);
            string[][] tables = new string[Protocol.TableCount][];
            for (int i = 0; i < tables.Length; i++)
                tables[i] = reader.TextList();
            reader.End();
            return tables;
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary>Looks at the nine lists' heads only. Text that is not ASCII takes less than is made room for.</summary>
    private static RoomForTables RoomFor(ReadOnlySpan<byte> payload)
    {
        long room = 0;
        var reader = new PayloadReader(payload);
        for (int i = 0; i < Protocol.TableCount; i++)
        {
            (int count, int bytes) = reader.SkipTextList();
            room += count * StringHeadBytes + bytes * (long)sizeof(char);
        }
        return new RoomForTables(room);
    }
}
