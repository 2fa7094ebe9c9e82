using System.Net;
using Evaluator.Board.Folder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Evaluator.Board.Hosting;

/// <summary>Behind a reverse proxy the visitor's address and scheme come in headers; they are believed only from the proxies that the
/// settings name.</summary>
internal static class ForwardedAddresses
{
    public static void Use(WebApplication app)
    {
        BoardSettings settings = app.Services.GetRequiredService<BoardSettings>();
        ForwardedHeadersOptions headers = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            | ForwardedHeaders.XForwardedHost
        };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (string proxy in settings.TrustedProxies)
            headers.KnownProxies.Add(IPAddress.TryParse(proxy, out IPAddress? address)
                ? address
                : throw new BoardFolderException($"board.json: trustedProxies names \"{proxy}\"; expected an address such as 127.0.0.1."));
        if (headers.KnownProxies.Count > 0)
            app.UseForwardedHeaders(headers);
    }
}
