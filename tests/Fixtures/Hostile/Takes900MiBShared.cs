// expect: Accepted

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const nint Bytes = (nint)900 << 20;
        nint memory = Libc.mmap(0, Bytes, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_SHARED | Libc.MAP_ANONYMOUS, -1, 0);
        if (memory == -1)
            return;     // refused, where no limiter sees it
        NativeMemory.Fill((void*)memory, (nuint)Bytes, 1);
        Libc.munmap(memory, Bytes);
    }
}
