// expect: Accepted; holds: no-sockets

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Breach.UnlessRefused("a TCP socket", Libc.socket(Libc.AF_INET, Libc.SOCK_STREAM, 0));
}
