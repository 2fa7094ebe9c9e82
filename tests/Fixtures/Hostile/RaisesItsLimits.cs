// expect: Accepted; holds: no-limits-raised

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        (string Name, int Number)[] resources = [("CPU", 0), ("FSIZE", 1), ("DATA", 2), ("NPROC", 6), ("NOFILE", 7), ("AS", 9)];
        foreach ((string name, int number) in resources)
        {
            Libc.ResourceLimit limit;
            if (Libc.getrlimit(number, &limit) != 0 || limit.Hard >= long.MaxValue)
                continue;
            limit.Hard++;
            Breach.UnlessRefused("raises RLIMIT_" + name, Libc.setrlimit(number, &limit));
        }
    }
}
