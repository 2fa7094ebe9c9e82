// expect: MemoryLimit
// One byte read in every two MiB of nothing: the page that is read is the kernel's own, the table that names it is the predictor's.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long TwoMebibytes = 2 << 20, Gibibyte = 1 << 30;
        const int NoReserve = 0x4000;
        byte* first = Hoard.Mapped(640 * Gibibyte, Libc.PROT_READ, Libc.MAP_PRIVATE | Libc.MAP_ANONYMOUS | NoReserve, -1);
        const long Madvise = 28;
        const int NoHugePage = 15;
        Libc.syscall(Madvise, (long)first, 640 * Gibibyte, NoHugePage);
        for (long at = 0; at < 640 * Gibibyte; at += TwoMebibytes)
            _ = Volatile.Read(ref first[at]);
        Thread.Sleep(300);
    }
}
