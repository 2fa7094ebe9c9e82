using System.Net;

namespace Evaluator.Board.Hosting;

/// <summary>
/// Where the board listens. Visitors come by what the operator named; the worker beside it takes plain HTTP on the loopback: a certificate
/// is for the board's name, which need not lead to this machine.
/// </summary>
internal static class Addresses
{
    /// <summary>The addresses, and a door for the worker where none of them is one.</summary>
    /// <param name="urls">As <c>board.json</c> has them, parted by semicolons.</param>
    /// <param name="door">As http://127.0.0.1:0.</param>
    public static string WithDoor(string urls, string door) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Any(url => DoorOf(url) is not null) ? urls : $"{urls};{door}";

    /// <summary>How this machine comes to an address in plain HTTP over the loopback; null where it does not.</summary>
    public static string? DoorOf(string url)
    {
        BindingAddress address = BindingAddress.Parse(url.Trim());
        if (address.IsUnixPipe || !address.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
            return null;
        // Kestrel takes a name that is no address, `*` and `+` for all addresses of the machine.
        if (!IPAddress.TryParse(address.Host, out IPAddress? ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            return $"http://127.0.0.1:{address.Port}";
        return IPAddress.IsLoopback(ip) ? $"http://{address.Host}:{address.Port}" : null;
    }
}
