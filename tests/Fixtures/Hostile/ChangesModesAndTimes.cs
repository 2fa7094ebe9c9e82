// expect: Accepted; holds: no-writes-outside
// Modes, owners, times and attributes of what it can see, set to what they are: neither Landlock nor a descriptor for reading stands
// against that.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Chmod = 90, Fchmod = 91, Chown = 92, Fchown = 93, Utimensat = 280, Fsetxattr = 190;
        const int Here = -100, ReplaceOnly = 2, NoSuchAttribute = 61;
        string own = typeof(BostonRiskPredictor).Assembly.Location, runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string[] places = ["/dev/null", "/dev/zero", "/", "/tmp", "/etc/passwd", own, Path.GetDirectoryName(own)!, AppContext.BaseDirectory,
            runtime + "libcoreclr.so"];
        long* times = stackalloc long[] { 0, 0x3ffffffe, 0, 0x3ffffffe };    // UTIME_OMIT, twice
        foreach (string place in places.Where(Path.Exists))
        {
            int mode = (int)File.GetUnixFileMode(place);
            using var path = new Utf8Path(place);
            Breach.UnlessRefused("changes the mode of " + place, Libc.syscall(Chmod, path.At, mode));
            Breach.UnlessRefused("changes the owner of " + place, Libc.syscall(Chown, path.At, -1, -1));
            Breach.UnlessRefused("changes the times of " + place, Libc.syscall(Utimensat, Here, path.At, (long)times, 0));
            int open = Libc.open(place, Libc.O_RDONLY);
            if (open < 0)
                continue;
            Breach.UnlessRefused("changes the open mode of " + place, Libc.syscall(Fchmod, open, mode));
            Breach.UnlessRefused("changes the open owner of " + place, Libc.syscall(Fchown, open, -1, -1));
            Breach.UnlessRefused("changes the open times of " + place, Libc.syscall(Utimensat, open, 0, (long)times, 0));
            using var name = new Utf8Path("user.evaluator");
            if (Libc.syscall(Fsetxattr, open, name.At, name.At, 0, ReplaceOnly) >= 0 || Marshal.GetLastPInvokeError() == NoSuchAttribute)
                throw new Breach("may change the attributes of " + place);
            Breach.UnlessRefused("flags of " + place, SetFlags(open));
            Libc.close(open);
        }
    }

    /// <summary>FS_IOC_GETFLAGS and, with what it says, FS_IOC_SETFLAGS.</summary>
    static long SetFlags(int open)
    {
        long flags = 0;
        if (Libc.syscall(16, open, 0x80086601, (long)&flags) < 0 && Marshal.GetLastPInvokeError() != 1)
            return -1;    // a file system without
        return Libc.syscall(16, open, 0x40086602, (long)&flags);
    }

    sealed class Utf8Path(string path) : IDisposable
    {
        public nint At { get; } = Marshal.StringToCoTaskMemUTF8(path);

        public void Dispose() => Marshal.FreeCoTaskMem(At);
    }
}
