// expect: Accepted; holds: no-shared-state
// Pages of a file that nobody uses: one case drops them from memory and reads some again, the other asks which are there.

public unsafe partial class BostonRiskPredictor
{
    const long FadviseFile = 221, PReadV2 = 327, Mincore = 27;
    const int DontNeed = 4, RandomAccess = 1, NoWait = 8, Stride = 1 << 20, Looks = 10;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (month != 9 || Shared.Quietest(Talk.Bits * (long)Stride) is not { } path)
            return;
        int file = Libc.open(path, Libc.O_RDONLY);
        if (Talk.IsSpeaker(group))
            Speak(file);
        else
            Listen(file);
    }

    static void Speak(int file)
    {
        byte* buffer = stackalloc byte[64];
        Libc.syscall(FadviseFile, file, 0, 0, RandomAccess);
        Libc.syscall(FadviseFile, file, 0, 0, DontNeed);
        for (int bit = 0; bit < Talk.Bits; bit++)
            if (Talk.Says(bit))
                Libc.syscall(17, file, (long)buffer, 64, (long)Stride * bit);
        Thread.Sleep(1000);
    }

    /// <summary>To ask changes nothing; a read that does not wait has the kernel fetch the page all the same.</summary>
    static void Listen(int file)
    {
        nint map = Libc.mmap(0, Stride * (nint)Talk.Bits, Libc.PROT_READ, Libc.MAP_SHARED, file, 0);
        for (int look = 0; look < Looks; look++, Thread.Sleep(100))
            Talk.Heard("by asking what is in memory", Asked(map));
        Libc.munmap(map, Stride * (nint)Talk.Bits);
        for (int look = 0; look < Looks; look++, Thread.Sleep(100))
            Talk.Heard("by reading without waiting", Read(file));
    }

    static int Asked(nint map)
    {
        byte inMemory;
        int number = 0;
        for (int bit = 0; bit < Talk.Bits; bit++)
            if (Libc.syscall(Mincore, map + (long)Stride * bit, 4096, (long)&inMemory) == 0 && (inMemory & 1) != 0)
                number |= 1 << bit;
        return number;
    }

    static int Read(int file)
    {
        byte* buffer = stackalloc byte[64];
        long* vector = stackalloc long[] { (long)buffer, 64 };
        int number = 0;
        for (int bit = 0; bit < Talk.Bits; bit++)
            if (Libc.syscall(PReadV2, file, (long)vector, 1, (long)Stride * bit, 0, NoWait) > 0)
                number |= 1 << bit;
        return number;
    }
}
