using System.Buffers.Binary;

namespace Evaluator.Confinement.Workers;

/// <summary>Files that exist in memory alone (memfd_create) and that a process holds open: no figure of /proc/PID/status counts them unmapped.</summary>
internal static class MemoryFiles
{
    private const int AT_FDCWD = -100;
    private const uint STATX_BLOCKS = 0x400;
    private const int StatxSize = 256, BlocksAt = 48;    // struct statx, stx_blocks: in units of 512 bytes

    /// <summary>Bytes that the files hold, holes left out.</summary>
    public static unsafe long Bytes(int process)
    {
        long sum = 0;
        byte* status = stackalloc byte[StatxSize];
        foreach (string descriptor in DescriptorsOf(process))
        {
            if (new FileInfo(descriptor).LinkTarget?.StartsWith("/memfd:", StringComparison.Ordinal) == true
                && LibC.statx(AT_FDCWD, descriptor, 0, STATX_BLOCKS, status) == 0)
            {
                sum += BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(status + BlocksAt, 8)) * 512;
            }
        }
        return sum;
    }

    /// <summary>Bytes of such files that are mapped and present, and so counted as shared memory of the process already.</summary>
    public static long MappedBytes(int process)
    {
        long sum = 0;
        bool memoryFile = false;
        foreach (string line in ProcessTree.ReadOrEmpty($"/proc/{process}/smaps").Split('\n'))
        {
            // A mapping's first line begins with its addresses in lower-case hex; the lines of its figures with a capital.
            if (line.Length > 0 && !char.IsAsciiLetterUpper(line[0]))
                memoryFile = line.Contains("/memfd:", StringComparison.Ordinal);
            else if (memoryFile && line.StartsWith("Rss:", StringComparison.Ordinal))
                sum += ProcessTree.Kibibytes(line, "Rss:") * 1024;
        }
        return sum;
    }

    private static string[] DescriptorsOf(int process)
    {
        try
        {
            return Directory.GetFileSystemEntries($"/proc/{process}/fd");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];    // ended, or not ours to look into (bubblewrap's own process)
        }
    }
}
