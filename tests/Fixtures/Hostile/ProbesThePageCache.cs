// expect: Accepted; holds: no-shared-state
// What an earlier case has read of a file that all share lies in the kernel's memory, and who may ask for that hears from it.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Mincore = 27, Madvise = 28, ReadAhead = 187, FadviseFile = 221, PReadV2 = 327, CacheStat = 451;
        const int NoWait = 8, WillNeed = 3, DontNeedFile = 4, Cold = 20, PageOut = 21, Mergeable = 12;
        byte* buffer = stackalloc byte[4096];
        long* vector = stackalloc long[] { (long)buffer, 4096 };
        byte* answer = stackalloc byte[64];
        foreach (string path in Shared.Files)
        {
            int file = Libc.open(path, Libc.O_RDONLY);
            if (file < 0)
                continue;
            byte* map = Hoard.Mapped(4096, Libc.PROT_READ, Libc.MAP_SHARED, file);
            Breach.UnlessRefused("mincore of " + path, Libc.syscall(Mincore, (long)map, 4096, (long)answer));
            Breach.UnlessRefused("reads without waiting from " + path, Libc.syscall(PReadV2, file, (long)vector, 1, 0, 0, NoWait));
            long* range = stackalloc long[] { 0, 4096 };
            Breach.UnlessRefused("cachestat of " + path, Libc.syscall(CacheStat, file, (long)range, (long)answer, 0));
            foreach (int advice in (int[])[WillNeed, DontNeedFile])
                Breach.UnlessRefused($"fadvise {advice} of {path}", Libc.syscall(FadviseFile, file, 0, 0, advice));
            foreach (int advice in (int[])[WillNeed, Cold, PageOut, Mergeable])
                Breach.UnlessRefused($"madvise {advice} of {path}", Libc.syscall(Madvise, (long)map, 4096, advice));
            Breach.UnlessRefused("reads ahead in " + path, Libc.syscall(ReadAhead, file, 0, 4096));
            Libc.close(file);
        }
    }
}
