using System.Net;

namespace Evaluator.Board.Hosting;

/// <summary>
/// Where the board listens on HTTPS itself, whoever comes to it by plain HTTP is sent there, with what they asked for. Whoever calls it by
/// a name of this machine alone (the worker beside it, a check of its health) is answered as they came.
/// </summary>
internal static class PlainVisitors
{
    public static void Use(WebApplication app)
    {
        // Known once it listens.
        Lazy<bool> hasHttps = new(() => app.Urls.Any(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)));
        app.UseWhen(context => !context.Request.IsHttps && hasHttps.Value && !IsOfThisMachine(context.Request.Host.Host),
            plain => plain.UseHttpsRedirection());
    }

    private static bool IsOfThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
