using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Screens;

/// <summary>
/// What this user was shown of a run the last time, kept in the user's cache: while its <see cref="RunStamp"/> is the same, nothing is
/// read again. A run of 544 cases is shown for a fifth of the CPU so. A checksum, the stamp, the text.
/// </summary>
internal sealed class LastLook
{
    private const int MostKept = 50;

    private readonly string file;
    private readonly byte[]? stamp;

    private LastLook(string file, byte[]? stamp, string? text)
    {
        this.file = file;
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
            byte[]? stamp = RunStamp.Of(runFolder, utc);
            byte[] kept = stamp is not null && File.Exists(file) ? File.ReadAllBytes(file) : [];
            bool holds = IsWhole(kept) && kept.AsSpan(sizeof(uint)).StartsWith(stamp);
            return new LastLook(file, stamp, holds ? Encoding.UTF8.GetString(kept.AsSpan(sizeof(uint) + stamp!.Length)) : null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What can't be looked at so is looked at in full, and whatever is wrong is said there.
            return new LastLook(file, null, null);
        }
    }

    /// <summary>Where the last look at a run is kept.</summary>
    /// <param name="runFolder">In full.</param>
    internal static string FileFor(string runFolder, string form) =>
        Path.Combine(UserCache.Folder, $"look-{Checksum(MemoryMarshal.AsBytes($"{runFolder}\n{form}".AsSpan())):x8}.bin");

    /// <summary>Keeps what was read after this look began.</summary>
    /// <param name="text">Of a run in which nothing is damaged.</param>
    public void Keep(string text)
    {
        if (stamp is null)
            return;
        byte[] kept = [0, 0, 0, 0, .. stamp, .. Encoding.UTF8.GetBytes(text)];
        BinaryPrimitives.WriteUInt32LittleEndian(kept, Checksum(kept.AsSpan(sizeof(uint))));
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

    private static bool IsWhole(byte[] kept) => kept.Length > sizeof(uint)
        && BinaryPrimitives.ReadUInt32LittleEndian(kept) == Checksum(kept.AsSpan(sizeof(uint)));

    /// <summary>Against accidents alone, so not SHA-256: to load its library costs a fifth of a hello world.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte last in bytes)
            crc = BitOperations.Crc32C(crc, last);
        return ~crc;
    }
}
