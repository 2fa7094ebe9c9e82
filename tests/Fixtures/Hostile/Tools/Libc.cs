using System.Runtime.InteropServices;

/// <summary>Linux calls of x86-64, by their C names.</summary>
static unsafe class Libc
{
    public const int AF_UNIX = 1, AF_INET = 2, AF_NETLINK = 16, AF_PACKET = 17, AF_ALG = 38, AF_VSOCK = 40;
    public const int SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3;
    public const int O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_NONBLOCK = 0x800;
    public const int SIGKILL = 9, SIGTERM = 15, SIGSTOP = 19, SIGXCPU = 24, SIGWINCH = 28;
    public const int PROT_READ = 1, PROT_WRITE = 2, MAP_SHARED = 1, MAP_PRIVATE = 2, MAP_ANONYMOUS = 0x20;
    public const int EFAULT = 14;

    const string C = "libc";

    [DllImport(C, SetLastError = true)] public static extern long syscall(
        long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0);
    [DllImport(C, SetLastError = true)] public static extern int socket(int family, int type, int protocol);
    [DllImport(C, SetLastError = true)] public static extern int socketpair(int family, int type, int protocol, int* pair);
    [DllImport(C, SetLastError = true)] public static extern int getppid();
    [DllImport(C, SetLastError = true)] public static extern int getpid();
    [DllImport(C, SetLastError = true)] public static extern int kill(int process, int signal);
    [DllImport(C, SetLastError = true)] public static extern int execve(string path, string?[] arguments, string?[] environment);
    [DllImport(C, SetLastError = true)] public static extern long ptrace(long request, int process, nint address, nint data);
    [DllImport(C, SetLastError = true)] public static extern int open(string path, int flags);
    [DllImport(C, SetLastError = true)] public static extern int close(int descriptor);
    [DllImport(C, SetLastError = true)] public static extern nint read(int descriptor, void* buffer, nint count);
    [DllImport(C, SetLastError = true)] public static extern nint write(int descriptor, void* buffer, nint count);
    [DllImport(C, SetLastError = true)] public static extern int ftruncate(int descriptor, long length);
    [DllImport(C, SetLastError = true)] public static extern int memfd_create(string name, uint flags);
    [DllImport(C, SetLastError = true)] public static extern nint mmap(
        nint at, nint length, int protection, int flags, int descriptor, long offset);
    [DllImport(C, SetLastError = true)] public static extern int munmap(nint address, nint length);
    [DllImport(C, SetLastError = true)] public static extern int mount(
        string source, string target, string type, ulong flags, nint data);
    [DllImport(C, SetLastError = true)] public static extern int umount2(string target, int flags);
    [DllImport(C, SetLastError = true)] public static extern int chroot(string path);
    [DllImport(C, SetLastError = true)] public static extern int unshare(int flags);
    [DllImport(C, SetLastError = true)] public static extern int poll(PollDescriptor* descriptors, ulong count, int milliseconds);
    [DllImport(C, SetLastError = true)] public static extern int shmget(int key, nint size, int flags);
    [DllImport(C, SetLastError = true)] public static extern int shmctl(int id, int command, nint buffer);
    [DllImport(C, SetLastError = true)] public static extern int getrlimit(int resource, ResourceLimit* limit);
    [DllImport(C, SetLastError = true)] public static extern int setrlimit(int resource, ResourceLimit* limit);
    [DllImport(C, SetLastError = true)] public static extern int mkfifo(string path, uint mode);
    [DllImport(C, SetLastError = true)] public static extern void _exit(int code);
    [DllImport(C, SetLastError = true)] public static extern void abort();

    [DllImport(C, SetLastError = true)] static extern int fcntl(int descriptor, int command);

    public static bool IsWritable(int descriptor)
    {
        const int GetFlags = 3, AccessMode = 3;
        return (fcntl(descriptor, GetFlags) & AccessMode) != 0;
    }

#pragma warning disable CS0649 // Not every fixture uses every field.
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted, Found;
    }

    public struct ResourceLimit
    {
        public ulong Soft, Hard;
    }
}
