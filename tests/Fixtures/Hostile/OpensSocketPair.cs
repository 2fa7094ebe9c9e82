// expect: Accepted; holds: no-sockets

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        int* pair = stackalloc int[2];
        Breach.UnlessRefused("a pair of sockets", Libc.socketpair(Libc.AF_UNIX, Libc.SOCK_STREAM, 0, pair));
    }
}
