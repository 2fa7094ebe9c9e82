using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker.World;

/// <summary>
/// The name of the user that a predictor asks for (ruling 10): the same on every machine, at every level and in all languages. The runtime
/// asks the C library, which reads /etc/passwd: behind the walls there is none, and <c>Environment.UserName</c> throws; without walls it is
/// the organiser's. So in the table through which the runtime's own library calls others (ELF, System V ABI: relocations of PT_DYNAMIC),
/// <c>getpwuid_r</c> is ours.
/// </summary>
internal static unsafe class UserName
{
    private const int ProgramHeadersAt = 32, HeaderSizeAt = 54, HeaderCountAt = 56;    // of an ELF header of 64 bits
    private const uint Dynamic = 2;                                                    // PT_DYNAMIC
    private const long StringTable = 5, SymbolTable = 6, Relocations = 7, RelocationBytes = 8, CallRelocations = 23, CallBytes = 2;
    private const int SymbolBytes = 24, EntryBytes = 24;
    private const int NotFoundRoom = 34;                                               // ERANGE

    private static ReadOnlySpan<byte> Asked => "getpwuid_r"u8;

    private static ReadOnlySpan<byte> Name => "predictor\0"u8;

    /// <summary>From here on every user is called so. Where the runtime's library has another form, nothing changes.</summary>
    public static void Fix()
    {
        nint library = NativeLibrary.Load("libSystem.Native", typeof(object).Assembly, null);
        if (!NativeLibrary.TryGetExport(library, "SystemNative_GetPwUidR", out nint inside)
            || LibC.dladdr(inside, out LibC.Found found) == 0)
            return;
        byte* start = (byte*)found.Start;
        long* tags = DynamicOf(start);
        if (tags == null)
            return;
        Redirect(start, tags, Tag(tags, Relocations), Tag(tags, RelocationBytes));
        Redirect(start, tags, Tag(tags, CallRelocations), Tag(tags, CallBytes));
    }

    private static long* DynamicOf(byte* start)
    {
        byte* headers = start + *(long*)(start + ProgramHeadersAt);
        for (int i = 0; i < *(ushort*)(start + HeaderCountAt); i++)
        {
            byte* header = headers + i * *(ushort*)(start + HeaderSizeAt);
            if (*(uint*)header == Dynamic)
                return (long*)(start + *(long*)(header + 16));    // p_vaddr
        }
        return null;
    }

    private static long Tag(long* tags, long wanted)
    {
        for (; tags[0] != 0; tags += 2)
        {
            if (tags[0] == wanted)
                return tags[1];
        }
        return 0;
    }

    /// <summary>The loader of glibc has turned the addresses of the dynamic section into those in memory.</summary>
    private static void Redirect(byte* start, long* tags, long entries, long bytes)
    {
        byte* symbols = (byte*)Tag(tags, SymbolTable), names = (byte*)Tag(tags, StringTable);
        for (byte* entry = (byte*)entries; entry < (byte*)entries + bytes; entry += EntryBytes)
        {
            ulong number = *(ulong*)(entry + 8) >> 32;
            byte* name = names + *(uint*)(symbols + number * SymbolBytes);
            if (number != 0 && MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name).SequenceEqual(Asked))
                Write((nint*)(start + *(long*)entry));
        }
    }

    /// <summary>The table is read-only once it is filled.</summary>
    private static void Write(nint* slot)
    {
        nint page = (nint)slot & ~(Environment.SystemPageSize - 1);
        if (LibC.mprotect(page, Environment.SystemPageSize, LibC.PROT_READ | LibC.PROT_WRITE) != 0)
            return;
        *slot = (nint)(delegate* unmanaged[Cdecl]<uint, User*, byte*, nuint, User**, int>)&Answer;
        _ = LibC.mprotect(page, Environment.SystemPageSize, LibC.PROT_READ);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Answer(uint user, User* entry, byte* room, nuint bytes, User** result)
    {
        *result = null;
        if (bytes < (nuint)Name.Length)
            return NotFoundRoom;
        Name.CopyTo(new Span<byte>(room, Name.Length));
        byte* empty = room + Name.Length - 1;
        *entry = new User { Name = room, Password = empty, Id = user, Group = user, FullName = empty, Home = empty, Shell = empty };
        *result = entry;
        return 0;
    }

    /// <summary>struct passwd of the C library.</summary>
    private struct User
    {
        public byte* Name, Password;
        public uint Id, Group;
        public byte* FullName, Home, Shell;
    }
}
