// expect: Accepted
// Folders and files whose names are bytes that no text has: who clears them away by their names as texts does not find them.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Mkdir = 83;
        byte* folder = stackalloc byte[] { 0xff, 0xfe, (byte)'b', 0 };
        byte* below = stackalloc byte[] { 0xff, 0xfe, (byte)'b', (byte)'/', 0x80, 0 };
        Libc.syscall(Mkdir, (long)folder, 0x1ff);
        Libc.syscall(Mkdir, (long)below, 0x1c0);
        Directory.CreateDirectory("plain/deep");
    }
}
