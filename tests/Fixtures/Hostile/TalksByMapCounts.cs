// expect: Accepted; holds: no-shared-state
// How many processes map a page of a file stands in /proc/self/smaps: one case maps some pages, the other counts.

public unsafe partial class BostonRiskPredictor
{
    const int Stride = 1 << 20;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (month != 9 || Shared.Quietest(Talk.Bits * (long)Stride) is not { } path)
            return;
        int file = Libc.open(path, Libc.O_RDONLY);
        List<nint> maps = [];
        for (int bit = 0; bit < Talk.Bits; bit++)
        {
            byte* page = (byte*)Libc.mmap(0, 4096, Libc.PROT_READ, Libc.MAP_SHARED, file, (long)Stride * bit);
            if (!Talk.IsSpeaker(group) || Talk.Says(bit))
                _ = Volatile.Read(ref *page);
            maps.Add((nint)page);
        }
        if (Talk.IsSpeaker(group))
        {
            Thread.Sleep(5000);
            return;
        }
        for (int look = 0; look < 20 && File.Exists("/proc/self/smaps"); look++, Thread.Sleep(200))
            Talk.Heard("by who maps a page", MappedByOthers(maps));
    }

    static int MappedByOthers(List<nint> maps)
    {
        int number = 0, bit = -1;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            if (line.Length > 0 && !char.IsAsciiLetterUpper(line[0]))
                bit = maps.FindIndex(map => line.StartsWith($"{map:x}-"));
            else if (bit >= 0 && (line.StartsWith("Shared_Clean:") || line.StartsWith("Shared_Dirty:")) && !line.EndsWith(" 0 kB"))
                number |= 1 << bit;
        }
        return number;
    }
}
