using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Evaluator.MinimalStart;

/// <summary>
/// The least that a .NET program can cost in a worker's sandbox: it says hello (harness/Wire/PROTOCOL.md), waits for a byte and leaves.
/// It locks no door behind itself and could play nothing. What a case takes is measured in starts of it.
/// </summary>
internal static unsafe partial class Program
{
    private static int Main()
    {
        // Length 4, sequence 0, kind 65, zero; then version 1.
        ReadOnlySpan<byte> hello = [4, 0, 0, 0, 0, 0, 65, 0, 1, 0, 0, 0];
        byte answer;
        fixed (byte* first = hello)
            _ = write(1, first, hello.Length);
        _ = read(0, &answer, 1);
        _exit(0);
        return 0;
    }

    [LibraryImport("libc.so.6")]
    private static partial nint write(int descriptor, byte* bytes, nint count);

    [LibraryImport("libc.so.6")]
    private static partial nint read(int descriptor, byte* bytes, nint count);

    [LibraryImport("libc.so.6")]
    private static partial void _exit(int status);
}
