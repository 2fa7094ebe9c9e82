// expect: MemoryLimit
// A thread that is called like a field that says nothing, "RssAnon:0 kB", behind what some take for the end of a line.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Prctl = 157;
        const int SetName = 15;
        fixed (byte* name = "\rRssAnon:0 kB\0"u8)
            Libc.syscall(Prctl, SetName, (long)name);
        Hoard.Private(mebibytes: 1100);
        Thread.Sleep(300);
    }
}
