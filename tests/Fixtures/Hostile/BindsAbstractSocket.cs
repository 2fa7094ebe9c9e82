// expect: Accepted; holds: no-sockets
// An abstract name needs no file system: only a network namespace or a refused call keeps it in.

using System.Net.Sockets;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        Breach.Unless("binds an abstract unix socket", () =>
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint("\0evaluator-breach"));
        });
    }
}
