// expect: Accepted

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const int MemfdMebibytes = 900;
        byte[] mebibyte = new byte[1 << 20];
        int memory = Libc.memfd_create("memory", 0);
        if (memory < 0)
            return;     // refused, where no limiter sees it
        fixed (byte* bytes = mebibyte)
            for (int written = 0; written < MemfdMebibytes; written++)
                if (Libc.write(memory, bytes, mebibyte.Length) != mebibyte.Length)
                    throw new OutOfMemoryException();
        Libc.close(memory);
    }
}
