using System.Runtime.InteropServices;

namespace Evaluator.Confinement.Disk;

/// <summary>
/// Files that appear whole or not at all, and are on disk when the call returns. .NET's File.Move(overwrite: false) ends in a plain
/// rename and syncs nothing (slurm.md), so the first writer's claim is made with link(2).
/// </summary>
public static class AtomicFile
{
    /// <summary>Creates a file that is never rewritten.</summary>
    /// <returns>False where somebody else's file of that name was there first; it is left as it is.</returns>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        string temporary = WriteTemporary(path, content);
        try
        {
            if (LibC.link(temporary, path) == 0)
            {
                SyncFolder(path);
                return true;
            }
            int error = Marshal.GetLastPInvokeError();
            return error == LibC.EEXIST
                ? HasTwoNames(temporary)
                : throw new IOException($"can't create {path}: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a file that may be written again: readers see the old content or the new one.</summary>
    /// <param name="mode">Who may do what with it; null for what is usual.</param>
    public static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        string temporary = WriteTemporary(path, content, mode);
        File.Move(temporary, path, overwrite: true);
        SyncFolder(path);
    }

    private static string WriteTemporary(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        string temporary = Leftovers.TemporaryFile(path);
        try
        {
            using var file = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                BufferSize = 0,
                UnixCreateMode = mode,
            });
            file.Write(content);
            file.Flush(flushToDisk: true);
            return temporary;
        }
        catch (IOException full)
        {
            File.Delete(temporary);
            throw new IOException($"{path} can't be written: {full.Message}", full);
        }
    }

    /// <summary>
    /// NFS sends a call again whose answer was lost, and the second one then finds the link that the first one made. A temporary file that
    /// has two names was linked by us (open(2), on O_EXCL).
    /// </summary>
    private static unsafe bool HasTwoNames(string temporary)
    {
        byte* status = stackalloc byte[LibC.StatxSize];
        return LibC.statx(LibC.AT_FDCWD, temporary, 0, LibC.STATX_NLINK, status) == 0 && *(uint*)(status + LibC.StatxLinksAt) == 2;
    }

    /// <summary>
    /// A new name is durable only when its folder is synced as well. Closed on exec: a worker started at that moment by another lane would
    /// inherit the folder, and an open folder leads out of any sandbox.
    /// </summary>
    private static void SyncFolder(string path)
    {
        int folder = LibC.open(Path.GetDirectoryName(Path.GetFullPath(path))!, LibC.O_RDONLY | LibC.O_CLOEXEC);
        if (folder < 0)
            throw new IOException($"can't sync the folder of {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        _ = LibC.fsync(folder);    // some network file systems refuse; the content itself is synced
        _ = LibC.close(folder);
    }
}
