// expect: Accepted; holds: no-kernel-doors
// Whoever syncs a file makes the machine's disk work, and its journal, which others wait for.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Fsync = 74, Fdatasync = 75, SyncFileRange = 277, Msync = 26, Syncfs = 306, Sync = 162;
        foreach (string path in Shared.Files)
        {
            int file = Libc.open(path, Libc.O_RDONLY);
            if (file < 0)
                continue;
            Breach.UnlessRefused("fsync of " + path, Libc.syscall(Fsync, file));
            Breach.UnlessRefused("fdatasync of " + path, Libc.syscall(Fdatasync, file));
            Breach.UnlessRefused("sync_file_range of " + path, Libc.syscall(SyncFileRange, file, 0, 0, 7));
            byte* map = Hoard.Mapped(4096, Libc.PROT_READ, Libc.MAP_SHARED, file);
            Breach.UnlessRefused("msync of " + path, Libc.syscall(Msync, (long)map, 4096, 4));
            Breach.UnlessRefused("syncfs of " + path, Libc.syscall(Syncfs, file));
        }
        Breach.UnlessRefused("sync", Libc.syscall(Sync));
    }
}
