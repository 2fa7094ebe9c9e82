// expect: Accepted; holds: no-sockets

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Breach.UnlessRefused("a UDP socket", Libc.socket(Libc.AF_INET, Libc.SOCK_DGRAM, 0));
}
