using System.Runtime.InteropServices;

namespace Evaluator.Board.Store;

/// <summary>Makes the names in a folder survive a power cut: a file's own fsync does not carry the entry that names it
/// (fsync(2)).</summary>
internal static partial class DurableFolder
{
    private const int ReadOnlyClosedOnExec = 0x80000;   // O_RDONLY | O_CLOEXEC, the same number on x64 and arm64

    /// <exception cref="IOException">The system refused.</exception>
    public static void Flush(string folder)
    {
        int descriptor = Open(folder, ReadOnlyClosedOnExec);
        if (descriptor < 0)
            throw new IOException($"{folder} could not be opened to be flushed (errno {Marshal.GetLastPInvokeError()}).");
        int result = Fsync(descriptor);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0)
            throw new IOException($"{folder} could not be flushed to the disk (errno {error}).");
    }

    [LibraryImport("libc.so.6", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc.so.6", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc.so.6", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
