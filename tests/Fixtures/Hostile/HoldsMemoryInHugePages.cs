// expect: Accepted or MemoryLimit; holds: no-hidden-memory
// Huge pages come from a store of the whole machine and stand in no figure of a process.

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
        const int Huge = 0x40000;
        for (int k = 0; k < 1000; k++)
            Hoard.Touch(Hoard.Mapped(2 * Mebibyte, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_PRIVATE | Libc.MAP_ANONYMOUS | Huge, -1),
                2 * Mebibyte);
    }
}
