// expect: Accepted or MemoryLimit; holds: no-hidden-memory
// A shared map of /dev/zero is shared memory under another name.

public unsafe partial class BostonRiskPredictor
{
    const long Mebibyte = 1 << 20;

    partial void OnSetup(string[] parcels)
    {
        try
        {
            Hold();
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            Console.Error.WriteLine("refused: " + refusal.Message);
            return;
        }
        Thread.Sleep(300);      // the poll comes by
        throw new Breach("holds 2,000 MiB");
    }

    static void Hold()
    {
        const long Madvise = 28;
        const int DontNeed = 4;
        int zero = Libc.open("/dev/zero", Libc.O_RDWR);
        if (zero < 0)
            zero = Libc.open("/dev/zero", Libc.O_RDONLY);
        if (zero < 0)
            throw new UnauthorizedAccessException("/dev/zero");
        for (int k = 0; k < 10; k++)
        {
            byte* first = Hoard.Mapped(200 * Mebibyte, Libc.PROT_READ, Libc.MAP_SHARED, zero);
            for (long at = 0; at < 200 * Mebibyte; at += 4096)
                _ = first[at];
            Libc.syscall(Madvise, (long)first, 200 * Mebibyte, DontNeed);
        }
    }
}
