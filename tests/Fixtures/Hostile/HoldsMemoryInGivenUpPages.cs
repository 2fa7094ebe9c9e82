// expect: Accepted or MemoryLimit; holds: no-hidden-memory
// Shared memory, touched, and given up by MADV_DONTNEED: the kernel keeps the pages, the process forgets them.

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
        for (int k = 0; k < 10; k++)
        {
            byte* first = Hoard.Mapped(200 * Mebibyte, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED | Libc.MAP_ANONYMOUS, -1);
            Hoard.Touch(first, 200 * Mebibyte);
            Libc.syscall(Madvise, (long)first, 200 * Mebibyte, DontNeed);
        }
    }
}
