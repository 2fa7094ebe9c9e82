using System.Globalization;

namespace Evaluator.Confinement.Disk;

/// <summary>What the kernel changes with every change of a file's content (statx(2)). Times are in nanoseconds since 1970.</summary>
/// <param name="Changed">Of the content or of anything that is known about it; no program can set it, unlike
/// <paramref name="Modified"/>.</param>
public readonly record struct FileStamp(ulong Inode, ulong Size, long Changed, long Modified)
{
    private const int InodeAt = 32, SizeAt = 40, ChangedAt = 96, ModifiedAt = 112;    // struct statx

    /// <returns>Null where the file can't be looked at.</returns>
    public static unsafe FileStamp? Of(string path)
    {
        byte* status = stackalloc byte[LibC.StatxSize];
        return LibC.statx(LibC.AT_FDCWD, path, 0, LibC.STATX_BASIC_STATS, status) == 0
            ? new FileStamp(
                *(ulong*)(status + InodeAt), *(ulong*)(status + SizeAt), Nanoseconds(status + ChangedAt), Nanoseconds(status + ModifiedAt))
            : null;
    }

    /// <summary>
    /// Whether a change that came after this stamp would show in the next one: clocks of file systems tick every few milliseconds, some
    /// every two seconds.
    /// </summary>
    public bool IsSettled(DateTime utc) => Math.Max(Changed, Modified) < (utc - DateTime.UnixEpoch).Ticks * 100 - 3_000_000_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Inode} {Size} {Changed} {Modified}");

    /// <returns>Null for what <see cref="ToString"/> did not write.</returns>
    public static FileStamp? TryParse(string text) =>
        text.Split(' ') is [var inode, var size, var changed, var modified]
        && ulong.TryParse(inode, CultureInfo.InvariantCulture, out ulong inodeNumber)
        && ulong.TryParse(size, CultureInfo.InvariantCulture, out ulong bytes)
        && long.TryParse(changed, CultureInfo.InvariantCulture, out long changedAt)
        && long.TryParse(modified, CultureInfo.InvariantCulture, out long modifiedAt)
            ? new FileStamp(inodeNumber, bytes, changedAt, modifiedAt)
            : null;

    private static unsafe long Nanoseconds(byte* time) => *(long*)time * 1_000_000_000 + *(uint*)(time + 8);
}
