/// <summary>Memory by the kernel's own calls, touched page by page.</summary>
static unsafe class Hoard
{
    const int Page = 4096;

    public static byte* Private(int mebibytes)
    {
        long bytes = (long)mebibytes << 20;
        byte* first = Mapped(bytes, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_PRIVATE | Libc.MAP_ANONYMOUS, -1);
        Touch(first, bytes);
        return first;
    }

    public static byte* Mapped(long bytes, int protection, int flags, int descriptor)
    {
        nint at = Libc.mmap(0, (nint)bytes, protection, flags, descriptor, 0);
        if (at == -1)
            throw new UnauthorizedAccessException("mmap: " + System.Runtime.InteropServices.Marshal.GetLastPInvokeErrorMessage());
        return (byte*)at;
    }

    public static void Touch(byte* first, long bytes)
    {
        for (long at = 0; at < bytes; at += Page)
            first[at] = 1;
    }
}
