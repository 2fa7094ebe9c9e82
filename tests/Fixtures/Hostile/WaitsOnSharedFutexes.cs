// expect: Accepted; holds: no-shared-state
// A futex that is not private lies in the kernel under the name of its file: what one case does with it, another can count.

using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long Futex = 202, FutexWaitV = 449, FutexWake = 454, FutexWait = 455, FutexRequeue = 456;
        const int Wait = 0, Wake = 1, Requeue = 3, WakeOperation = 5, LockInherited = 6, WaitBits = 9, WakeBits = 10, TimedOut = 110;
        int file = Libc.open(typeof(BostonRiskPredictor).Assembly.Location, Libc.O_RDONLY);
        byte* map = Hoard.Mapped(4096, Libc.PROT_READ, Libc.MAP_SHARED, file);
        long* moment = stackalloc long[] { 0, 20_000_000 };
        long* past = stackalloc long[] { 0, 1 };
        foreach (int command in (int[])[Wake, Requeue, WakeOperation, LockInherited, WakeBits])
            Breach.UnlessRefused($"futex {command}", Libc.syscall(Futex, (long)map, command, 1, 0, (long)map + 8, -1));
        foreach (int command in (int[])[Wait, WaitBits])
        {
            // Whoever is made to wait hears who wakes: it must not get as far as its time.
            long result = Libc.syscall(Futex, (long)map, command, *(uint*)map, command == Wait ? (long)moment : (long)past, 0, -1);
            int error = Marshal.GetLastPInvokeError();
            if (result >= 0 || error == TimedOut)
                throw new Breach($"futex {command} waits");
        }
        foreach (long call in (long[])[FutexWaitV, FutexWake, FutexWait, FutexRequeue])
            Breach.UnlessRefused($"futex call {call}", Libc.syscall(call, (long)map, 1, 1, 2, 0, 0));
    }
}
