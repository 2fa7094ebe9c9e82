using System.Globalization;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// Files that exist in memory alone: those of memfd_create, and what the kernel makes of a shared map without a file. They are told by the
/// device that they stand on, never by their names, which a predictor chooses. No figure of /proc/PID/status counts them unmapped. And
/// pipes, which hold memory as well.
/// </summary>
internal sealed unsafe class MemoryFiles
{
    /// <summary>Major and minor number of the kernel's own mount for such files; 0 where it can't be told.</summary>
    private static readonly ulong Device = OwnDevice();

    /// <summary>What a pipe holds when it is full; the kernel does not say how full it is.</summary>
    private const long BytesAPipe = 64 * 1024;

    /// <summary>A runtime has a handful; beyond these they are taken for a hoard.</summary>
    private const int PipesOfTheRuntime = 64;

    private readonly Dictionary<ulong, long> bytes = [];
    private readonly HashSet<ulong> pipes = [];

    /// <summary>Bytes that the files hold, holes left out, each file once.</summary>
    public long Bytes => bytes.Values.Sum() + BytesAPipe * Math.Max(0, pipes.Count - PipesOfTheRuntime);

    /// <summary>
    /// Counts what a process holds by a descriptor, and, where this user may look (root), what it holds by a map alone. Others can't tell
    /// what such a map keeps, of which a page may be left: for them each counts as much as the filter lets one be from level 1 on.
    /// </summary>
    public void Look(int process)
    {
        foreach (string descriptor in EntriesOf($"/proc/{process}/fd"))
            Count(descriptor);
        bool maySee = LibC.geteuid() == 0;
        foreach (string line in ProcessTree.ReadOrEmpty($"/proc/{process}/maps").Split('\n'))
        {
            ulong node = NodeOf(line);
            if (node != 0 && maySee)
                Count($"/proc/{process}/map_files/{line[..line.IndexOf(' ')]}");
            else if (node != 0)
                bytes.TryAdd(node, SystemCallFilter.LargestSharedMap);
        }
    }

    /// <summary>
    /// Bytes of the counted files that are mapped and present, and so counted as shared memory of the process already; private copies are
    /// not of the file.
    /// </summary>
    public long MappedBytes(int process)
    {
        long sum = 0;
        bool isCounted = false;
        foreach (string line in ProcessTree.ReadOrEmpty($"/proc/{process}/smaps").Split('\n'))
        {
            // A mapping's first line begins with its addresses in lower-case hex; the lines of its figures with a capital.
            if (line.Length > 0 && !char.IsAsciiLetterUpper(line[0]))
                isCounted = bytes.ContainsKey(NodeOf(line));
            else if (isCounted && line.StartsWith("Rss:", StringComparison.Ordinal))
                sum += ProcessTree.Kibibytes(line, "Rss:") * 1024;
            else if (isCounted && line.StartsWith("Anonymous:", StringComparison.Ordinal))
                sum -= ProcessTree.Kibibytes(line, "Anonymous:") * 1024;
        }
        return sum;
    }

    private void Count(string path)
    {
        byte* status = stackalloc byte[LibC.StatxSize];
        if (LibC.statx(LibC.AT_FDCWD, path, 0, LibC.STATX_BASIC_STATS, status) != 0)
            return;
        ulong node = *(ulong*)(status + LibC.StatxNodeAt);
        if ((*(ushort*)(status + LibC.StatxModeAt) & LibC.S_IFMT) == LibC.S_IFIFO)
            pipes.Add(node);
        else if (Device != 0 && *(ulong*)(status + LibC.StatxDeviceAt) == Device)
            bytes[node] = *(long*)(status + LibC.StatxBlocksAt) * 512;
    }

    /// <returns>The number of the file in memory that a line of maps is about; 0 for one about anything else.</returns>
    private static ulong NodeOf(string line)
    {
        // Addresses, rights, offset, device, number, and then a name, which may be anything.
        string[] fields = line.Split(' ', 6);
        return fields.Length >= 5 && Device != 0 && DeviceOf(fields[3]) == Device
            && ulong.TryParse(fields[4], CultureInfo.InvariantCulture, out ulong node) ? node : 0;
    }

    private static ulong DeviceOf(string field)
    {
        int colon = field.IndexOf(':');
        return colon > 0
            && uint.TryParse(field.AsSpan(0, colon), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint major)
            && uint.TryParse(field.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint minor)
                ? major | (ulong)minor << 32
                : 0;
    }

    private static ulong OwnDevice()
    {
        int descriptor = LibC.memfd_create("evaluator", 0);
        if (descriptor < 0)
            return 0;
        byte* status = stackalloc byte[LibC.StatxSize];
        ulong device = LibC.statx(descriptor, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS, status) == 0
            ? *(ulong*)(status + LibC.StatxDeviceAt)
            : 0;
        LibC.close(descriptor);
        return device;
    }

    private static string[] EntriesOf(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];    // ended, or not ours to look into (bubblewrap's own process)
        }
    }
}
