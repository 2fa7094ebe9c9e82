using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Evaluator.Contest.Files;

/// <summary>
/// Named pipes, sockets and devices: opening one waits for somebody at its other end, for ever. .NET does not tell them from files, so
/// the kernel is asked (statx(2), whose answer has one layout on all machines).
/// </summary>
internal static partial class SpecialFile
{
    private const int CurrentFolder = -100;    // AT_FDCWD
    private const uint Type = 1;               // STATX_TYPE
    private const int ModeOffset = 28;         // struct statx: mask, block size, attributes, links, user, group, mode
    private const int TypeMask = 0xF000, Fifo = 0x1000, CharacterDevice = 0x2000, BlockDevice = 0x6000, Socket = 0xC000;

    /// <summary>What kind of special file it is, links followed; null for a regular file, a folder, or nothing at all.</summary>
    public static string? KindOf(string path)
    {
        Span<byte> answer = stackalloc byte[256];
        if (statx(CurrentFolder, path, 0, Type, answer) != 0)
            return null;
        return (BinaryPrimitives.ReadUInt16LittleEndian(answer[ModeOffset..]) & TypeMask) switch
        {
            Fifo => "a named pipe",
            CharacterDevice or BlockDevice => "a device",
            Socket => "a socket",
            _ => null,
        };
    }

    [LibraryImport("libc.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, Span<byte> answer);
}
