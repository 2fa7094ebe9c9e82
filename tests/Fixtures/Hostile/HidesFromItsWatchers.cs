// expect: Accepted; holds: no-hidden-memory
// What must not work, because the polls of an ordinary user would see nothing any more.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Prctl = 157;
        const int SetDumpable = 4, SetMemoryMap = 35, SetNameOfMemory = 0x53564d41;
        Breach.UnlessRefused("becomes undumpable", Libc.syscall(Prctl, SetDumpable, 0));
        Breach.UnlessRefused("changes what /proc says of it", Libc.syscall(Prctl, SetMemoryMap, 1, 0, 0, 0));
        Breach.UnlessRefused("names its memory", Libc.syscall(Prctl, SetNameOfMemory, 0, 0, 0, 0));
    }
}
