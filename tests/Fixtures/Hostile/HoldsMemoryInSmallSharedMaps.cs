// expect: MemoryLimit; holds: no-hidden-memory
// 1,100 MiB in shared maps of no file, of 4 MiB each as an ordinary user's filter lets through, of which all but the first page is unmapped
// again: the kernel keeps a map's memory as long as a page of it is mapped, and no figure of the process counts it.

public unsafe partial class BostonRiskPredictor
{
    const long Mebibyte = 1 << 20, Size = 4 * Mebibyte, Page = 4096;

    partial void OnSetup(string[] parcels)
    {
        const long Munmap = 11;
        for (int k = 0; k < 275; k++)
        {
            byte* first = Hoard.Mapped(Size, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED | Libc.MAP_ANONYMOUS, -1);
            Hoard.Touch(first, Size);
            if (Libc.syscall(Munmap, (long)first + Page, Size - Page, 0) != 0)
                throw new Breach("a map could not be cut");
        }
        Thread.Sleep(300);      // the poll comes by
        throw new Breach("holds 1,100 MiB");
    }
}
