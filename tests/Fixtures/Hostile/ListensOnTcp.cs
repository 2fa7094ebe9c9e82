// expect: Accepted; holds: no-sockets

using System.Net;
using System.Net.Sockets;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Breach.Unless("listens on a TCP port", () =>
        {
            using TcpListener listener = new(IPAddress.Loopback, 0);
            listener.Start();
        });
    }
}
