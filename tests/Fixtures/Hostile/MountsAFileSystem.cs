// expect: Accepted; holds: no-kernel-doors
// Unmounted at once.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string folder = Directory.CreateTempSubdirectory("evaluator-breach-").FullName;
        int mounted = Libc.mount("none", folder, "tmpfs", 0, 0);
        if (mounted == 0)
            Libc.umount2(folder, 0);
        Breach.UnlessRefused("mounts a file system", mounted);
        Breach.UnlessRefused("changes its root", Libc.chroot(folder));
    }
}
