using System.IO.MemoryMappedFiles;
using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>The nine arrays of <c>setup</c>, made from the tables file that the harness prepares once for all workers.</summary>
internal static class Tables
{
    public static unsafe string[][] Read(string path)
    {
        long length = new FileInfo(path).Length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var reader = new PayloadReader(new ReadOnlySpan<byte>(start, checked((int)length)));
            var tables = new string[Protocol.TableCount][];
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
}
