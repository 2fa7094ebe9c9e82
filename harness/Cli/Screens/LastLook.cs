using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Screens;

/// <summary>
/// What this user was shown of a run the last time, or at its end, kept in the user's cache: while its <see cref="RunStamp"/> is the same,
/// nothing is read again. A run of 544 cases is shown for a fifth of the CPU so. A checksum, the time, the stamp, the text.
/// </summary>
internal sealed class LastLook
{
    private const int MostKept = 50;

    /// <summary>Raised with what is in such a file: one of another version is not looked into.</summary>
    private const int Format = 2;

    private const int TimeAt = sizeof(uint), StampAt = TimeAt + sizeof(long);

    private readonly string file;
    private readonly DateTime utc;
    private readonly byte[]? stamp;

    private LastLook(string file, DateTime utc, byte[]? stamp, string? text)
    {
        this.file = file;
        this.utc = utc;
        this.stamp = stamp;
        Text = text;
    }

    /// <summary>Null where nothing is kept, or something has changed since.</summary>
    public string? Text { get; }

    /// <param name="form">In which form the run is shown: the same files, shown in another one, are another text.</param>
    public static LastLook At(string runFolder, string form) => At(runFolder, form, DateTime.UtcNow);

    /// <param name="utc">The time now.</param>
    internal static LastLook At(string runFolder, string form, DateTime utc)
    {
        runFolder = Path.GetFullPath(runFolder);
        string file = FileFor(runFolder, form);
        try
        {
            return TryRead(file, runFolder) ?? new LastLook(file, utc, RunStamp.Of(runFolder, utc), null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What can't be looked at so is looked at in full, and whatever is wrong is said there.
            return new LastLook(file, utc, null, null);
        }
    }

    /// <returns>Null where nothing is kept that still holds.</returns>
    private static LastLook? TryRead(string file, string runFolder)
    {
        byte[] kept = File.Exists(file) ? File.ReadAllBytes(file) : [];
        if (!IsWhole(kept))
            return null;
        var then = new DateTime(BinaryPrimitives.ReadInt64LittleEndian(kept.AsSpan(TimeAt)), DateTimeKind.Utc);
        return RunStamp.Of(runFolder, then) is { } stamp && kept.AsSpan(StampAt).StartsWith(stamp)
            ? new LastLook(file, then, stamp, Encoding.UTF8.GetString(kept.AsSpan(StampAt + stamp.Length)))
            : null;
    }

    /// <summary>Where the last look at a run is kept.</summary>
    /// <param name="runFolder">In full.</param>
    internal static string FileFor(string runFolder, string form) =>
        Path.Combine(UserCache.Folder, $"look-{Format}-{Crc32C.Of(MemoryMarshal.AsBytes($"{runFolder}\n{form}".AsSpan())):x8}.bin");

    /// <summary>Keeps what was read after this look began.</summary>
    /// <param name="text">Of a run in which nothing is damaged.</param>
    public void Keep(string text)
    {
        if (stamp is null)
            return;
        byte[] kept = [.. new byte[StampAt], .. stamp, .. Encoding.UTF8.GetBytes(text)];
        BinaryPrimitives.WriteInt64LittleEndian(kept.AsSpan(TimeAt), utc.Ticks);
        BinaryPrimitives.WriteUInt32LittleEndian(kept, Crc32C.Of(kept.AsSpan(TimeAt)));
        UserCache.Keep(file, kept);
        RemoveOldest();
    }

    private static void RemoveOldest()
    {
        try
        {
            FileInfo[] looks = new DirectoryInfo(UserCache.Folder).GetFiles("look-*.bin");
            foreach (FileInfo old in looks.OrderByDescending(look => look.LastWriteTimeUtc).Skip(MostKept))
                old.Delete();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // There is no such folder, where nothing can be kept, or another process removes them too.
        }
    }

    private static bool IsWhole(byte[] kept) => kept.Length >= StampAt
        && BinaryPrimitives.ReadUInt32LittleEndian(kept) == Crc32C.Of(kept.AsSpan(TimeAt));
}
