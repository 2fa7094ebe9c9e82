// expect: Accepted; holds: no-sockets

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Breach.UnlessRefused("a unix socket", Libc.socket(Libc.AF_UNIX, Libc.SOCK_STREAM, 0));
}
