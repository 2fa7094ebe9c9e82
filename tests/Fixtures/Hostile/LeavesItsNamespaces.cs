// expect: Accepted; holds: no-kernel-doors

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const int NewMounts = 0x20000, NewNetwork = 0x40000000, NewUser = 0x10000000;
        Breach.UnlessRefused("a mount namespace", Libc.unshare(NewMounts));
        Breach.UnlessRefused("a network namespace", Libc.unshare(NewNetwork));
        Breach.UnlessRefused("a user namespace", Libc.unshare(NewUser));
        const long Setns = 308;
        int outside = Libc.open("/proc/1/ns/net", Libc.O_RDONLY);
        if (outside >= 0)
            Breach.UnlessRefused("joins another network namespace", Libc.syscall(Setns, outside, NewNetwork));
    }
}
