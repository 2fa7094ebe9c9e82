using System.Net;
using System.Net.Sockets;

namespace Evaluator.Confinement.Repositories;

/// <summary>
/// A host with the addresses that were looked up and checked, once. What fetches is told these, and has no means to ask again: a name
/// that answers with another address the second time changes nothing.
/// </summary>
/// <param name="Resolve">As git calls it (`http.curloptResolve`): host, port, addresses.</param>
internal sealed record PinnedHost(string Resolve)
{
    /// <exception cref="FetchRefusedException">There is no such host, or it may not be asked.</exception>
    public static PinnedHost Of(Uri address, bool mayBePrivate, Func<string, IPAddress[]> lookUp)
    {
        IPAddress[] found = LookedUp(address, lookUp);
        if (!mayBePrivate && Array.Find(found, one => !PublicAddress.Is(one)) is { } inside)
            throw new FetchRefusedException(
                $"{address.Host} has the address {inside}, which is private: nothing is fetched from there unless the board's operator "
                + "allows the host by name.");
        string addresses = string.Join(',', found.Select(one => one.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{one}]" : $"{one}"));
        return new PinnedHost($"{address.IdnHost}:{address.Port}:{addresses}");
    }

    private static IPAddress[] LookedUp(Uri address, Func<string, IPAddress[]> lookUp)
    {
        try
        {
            IPAddress[] found = lookUp(address.IdnHost);
            return found.Length > 0 ? found : throw new FetchRefusedException($"{address.Host} has no address.");
        }
        catch (SocketException unknown)
        {
            throw new FetchRefusedException($"{address.Host} has no address: {unknown.Message}.");
        }
    }
}
