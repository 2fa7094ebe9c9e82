// expect: Accepted; holds: no-machine-counters
// What the whole machine counts, another case can move: locked pages, loads, interrupts, free memory, how many map a page.

public unsafe partial class BostonRiskPredictor
{
    static readonly string[] Names =
    [
        "vmstat", "stat", "loadavg", "zoneinfo", "buddyinfo", "pagetypeinfo", "interrupts", "softirqs", "diskstats", "schedstat", "uptime",
            "pressure/memory", "pressure/cpu",
        "locks", "swaps", "cgroups", "cpuinfo", "slabinfo", "vmallocinfo", "kpageflags", "kpagecount", "kpagecgroup", "timer_list",
            "key-users", "keys", "sysvipc/shm", "partitions",
        "sys/fs/file-nr", "sys/fs/inode-nr", "sys/fs/dentry-state", "sys/kernel/random/entropy_avail", "sys/fs/aio-nr",
            "sys/kernel/ns_last_pid", "net/sockstat", "kcore", "kallsyms",
        "modules", "iomem", "self/smaps", "self/smaps_rollup", "self/pagemap", "self/numa_maps", "self/mountinfo", "self/mountstats",
            "self/stat", "self/status", "self/io", "self/sched",
        "self/schedstat", "self/cgroup", "self/task/2/smaps", "thread-self/smaps", "2/smaps", "1/smaps",
    ];

    partial void OnSetup(string[] parcels)
    {
        foreach (string name in Names)
            Breach.Unless("reads /proc/" + name, () => File.OpenRead("/proc/" + name).Dispose());
        if (File.Exists("/proc/meminfo"))
        {
            string before = File.ReadAllText("/proc/meminfo");
            Hoard.Private(mebibytes: 200);
            if (File.ReadAllText("/proc/meminfo") != before)
                throw new Breach("sees the machine's memory change");
        }
        const long SysInfo = 99, StatFs = 137, FStatFs = 138, SysFs = 139, UStat = 136;
        byte* answer = stackalloc byte[256];
        Breach.UnlessRefused("sysinfo", Libc.syscall(SysInfo, (long)answer));
        fixed (byte* root = "/\0"u8)
            Breach.UnlessRefused("statfs", Libc.syscall(StatFs, (long)root, (long)answer));
        Breach.UnlessRefused("fstatfs", Libc.syscall(FStatFs, 2, (long)answer));
        Breach.UnlessRefused("ustat", Libc.syscall(UStat, 1, (long)answer));
        Breach.UnlessRefused("sysfs", Libc.syscall(SysFs, 3));
    }
}
