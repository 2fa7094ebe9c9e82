using System.Net;
using System.Net.Sockets;

namespace Evaluator.Confinement.Repositories;

/// <summary>
/// Addresses of the public internet. All others (this machine, its network, what is reserved) can reach what nobody outside should, so a
/// name that a stranger gives must not lead there. The blocks are those of IANA's registries of special-purpose addresses (RFC 6890).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of the one block of global addresses: what carries an address of IPv4 in it, and documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        bool isPossible = address.AddressFamily == AddressFamily.InterNetwork || Global.Contains(address);
        return isPossible && !Array.Exists(NotPublic, block => block.Contains(address));
    }
}
