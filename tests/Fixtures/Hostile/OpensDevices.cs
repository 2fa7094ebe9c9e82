// expect: Accepted; holds: no-devices

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string[] devices = ["mem", "kmsg", "kvm", "fuse", "tty", "console", "sda", "vda", "nvme0n1", "loop-control", "net/tun", "uinput"];
        foreach (string device in devices)
            Breach.UnlessRefused("opens /dev/" + device, Libc.open("/dev/" + device, Libc.O_RDONLY | Libc.O_NONBLOCK));
    }
}
