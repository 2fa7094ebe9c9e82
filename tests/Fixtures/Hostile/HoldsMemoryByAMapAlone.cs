// expect: Accepted or MemoryLimit; holds: no-hidden-memory
// A memfd written to, mapped, never touched through the map, and closed: no descriptor, no resident page, all its memory.

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
        byte[] mebibyte = new byte[Mebibyte];
        for (int k = 0; k < 10; k++)
        {
            int memory = Libc.memfd_create("m", 0);
            if (memory < 0)
                throw new UnauthorizedAccessException("memfd_create");
            fixed (byte* first = mebibyte)
                for (int written = 0; written < 200; written++)
                    Libc.write(memory, first, mebibyte.Length);
            Hoard.Mapped(200 * Mebibyte, Libc.PROT_READ, Libc.MAP_SHARED, memory);
            Libc.close(memory);
        }
    }
}
