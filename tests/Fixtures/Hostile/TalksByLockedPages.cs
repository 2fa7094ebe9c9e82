// expect: Accepted; holds: no-shared-state
// One case locks pages, the other reads how many the machine has locked.

public unsafe partial class BostonRiskPredictor
{
    const long Mlock = 149;
    const int Mebibyte = 1 << 20;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (month != 9)
            return;
        if (Talk.IsSpeaker(group))
        {
            byte* first = Hoard.Private(Talk.Number);
            Libc.syscall(Mlock, (long)first, (long)Talk.Number * Mebibyte);
            Thread.Sleep(5000);
            return;
        }
        long before = Locked();
        for (int look = 0; look < 40; look++, Thread.Sleep(100))
            Talk.Heard("by locked pages", (int)((Locked() - before) / 1024));
    }

    static long Locked() => !File.Exists("/proc/meminfo") ? 0 : long.Parse(File.ReadLines("/proc/meminfo")
        .FirstOrDefault(line => line.StartsWith("Mlocked:"), "Mlocked: 0 kB").Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
}
