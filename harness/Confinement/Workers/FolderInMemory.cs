using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// The working folder that bubblewrap gives a worker, seen from outside: the kernel keeps it in memory, and in no figure of the process.
/// </summary>
internal static unsafe class FolderInMemory
{
    /// <summary>
    /// What the kernel takes for a file's node and name, whatever is in it (counted on Linux 6.18, by what empty files cost a control
    /// group).
    /// </summary>
    private const long BytesAFile = 1024;

    /// <returns>0 where the process has no such folder, or where this user may not look.</returns>
    public static long Bytes(int process)
    {
        const int blockSize = 1, blocks = 2, freeBlocks = 3, files = 5, freeFiles = 6, fields = 16;
        ulong* about = stackalloc ulong[fields];
        if (LibC.statvfs($"/proc/{process}/root{Bubblewrap.WorkingFolder}", about) != 0
            || about[blockSize] * about[blocks] != Bubblewrap.TemporaryBytes)
            return 0;
        return (long)(about[blockSize] * (about[blocks] - about[freeBlocks]) + BytesAFile * (about[files] - about[freeFiles]));
    }
}
