// expect: Accepted; holds: no-own-cores
// All cases on one core would wait for each other, and a machine that is idle would look busy.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const long SetAffinity = 203, SetScheduler = 144, SetParameters = 142, SetPriority = 141, SetAttributes = 314, SetIoPriority = 251,
            SetPolicy = 238, Bind = 237;
        const long GetAffinity = 204;
        ulong* before = stackalloc ulong[16], after = stackalloc ulong[16];
        Libc.syscall(GetAffinity, 0, 128, (long)before);
        ulong first = before[0] & (ulong)-(long)before[0];
        foreach (int itself in (int[])[0, Environment.ProcessId])
        {
            Libc.syscall(SetAffinity, itself, 8, (long)&first);
            Libc.syscall(GetAffinity, 0, 128, (long)after);
            if (after[0] != before[0])
                throw new Breach("chooses its core");
        }
        int none = 0;
        const int Idle = 5;
        Breach.UnlessRefused("runs when nobody else does", Libc.syscall(SetScheduler, 0, Idle, (long)&none));
        Breach.UnlessRefused("its scheduling", Libc.syscall(SetParameters, 0, (long)&none));
        Breach.UnlessRefused("lowers its priority", Libc.syscall(SetPriority, 0, 0, 19));
        byte* attributes = stackalloc byte[48];
        new Span<byte>(attributes, 48).Clear();
        attributes[0] = 48;
        attributes[4] = Idle;
        Breach.UnlessRefused("its scheduling, the new way", Libc.syscall(SetAttributes, 0, (long)attributes, 0));
        Breach.UnlessRefused("its priority at the disk", Libc.syscall(SetIoPriority, 1, 0, 3 << 13));
        Breach.UnlessRefused("where its memory lies", Libc.syscall(SetPolicy, 0, 0, 0));
        Breach.UnlessRefused("where a part of it lies", Libc.syscall(Bind, (long)attributes & ~4095, 4096, 0, 0, 0, 0));
    }
}
