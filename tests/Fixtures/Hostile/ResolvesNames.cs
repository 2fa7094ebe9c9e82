// expect: Accepted; holds: no-sockets

using System.Net;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels) => Breach.Unless("resolves a name", () => Dns.GetHostAddresses("localhost"));
}
