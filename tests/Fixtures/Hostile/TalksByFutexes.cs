// expect: Accepted; holds: no-shared-state
// A futex on a page of a file that all cases map: who waits in one case is counted by who wakes in another.

public unsafe partial class BostonRiskPredictor
{
    const long Futex = 202;
    const int Wait = 0, Wake = 1, Patience = 6;

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        if (month != 9)
            return;
        byte* page =
            Hoard.Mapped(4096, Libc.PROT_READ, Libc.MAP_SHARED, Libc.open(typeof(BostonRiskPredictor).Assembly.Location, Libc.O_RDONLY));
        if (Talk.IsSpeaker(group))
            Speak(page);
        else
            Listen(page);
    }

    static void Speak(byte* page)
    {
        List<Thread> threads = [];
        for (int bit = 0; bit <= Talk.Bits; bit++)
        {
            int* word = (int*)page + 2 * bit;
            if (bit < Talk.Bits && !Talk.Says(bit))
                continue;
            threads.Add(new Thread(() =>
            {
                long* time = stackalloc long[] { Patience, 0 };
                Libc.syscall(Futex, (long)word, Wait, *(uint*)word, (long)time);
            }));
            threads[^1].Start();
        }
        threads.ForEach(thread => thread.Join());
    }

    static void Listen(byte* page)
    {
        int* ready = (int*)page + 2 * Talk.Bits;
        for (long end = Environment.TickCount64 + 1000 * Patience; Environment.TickCount64 < end; Thread.Sleep(5))
        {
            if (Libc.syscall(Futex, (long)ready, Wake, 1) != 1)
                continue;
            Thread.Sleep(500);    // who waits there was started last, but others may still be on their way on a busy machine
            int number = 0;
            for (int bit = 0; bit < Talk.Bits; bit++)
                if (Libc.syscall(Futex, (long)((int*)page + 2 * bit), Wake, 1) == 1)
                    number |= 1 << bit;
            Talk.Heard("by futexes", number);
            return;
        }
    }
}
