// expect: Accepted; holds: no-sockets

using System.Net.Sockets;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string[] services = ["/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private"];
        foreach (string path in services)
            Breach.Unless("connects to " + path, () =>
            {
                using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Connect(new UnixDomainSocketEndPoint(path));
            });
    }
}
