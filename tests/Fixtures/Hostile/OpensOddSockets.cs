// expect: Accepted; holds: no-sockets

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Breach.UnlessRefused("a netlink socket", Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW, 0));
        Breach.UnlessRefused("a packet socket", Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW, 0));
        Breach.UnlessRefused("a raw socket", Libc.socket(Libc.AF_INET, Libc.SOCK_RAW, 1));
        Breach.UnlessRefused("a socket of the kernel's ciphers", Libc.socket(Libc.AF_ALG, Libc.SOCK_STREAM, 0));
        Breach.UnlessRefused("a socket to the hypervisor", Libc.socket(Libc.AF_VSOCK, Libc.SOCK_STREAM, 0));
    }
}
