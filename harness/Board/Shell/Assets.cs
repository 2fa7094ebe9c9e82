using System.Security.Cryptography;

namespace Evaluator.Board.Shell;

/// <summary>The stylesheet and the script, out of the assembly. Their address has their hash, so that a browser keeps them for ever and
/// never shows an old one. And the example of a client for programs, at an address that can be typed.</summary>
internal static class Assets
{
    private static readonly byte[] CssBytes = Embedded("board.css");
    private static readonly byte[] JsBytes = Embedded("board.js");
    private static readonly byte[] ClientBytes = Embedded("client.py");

    public static string Css { get; } = $"/assets/{Hash(CssBytes)}/board.css";

    public static string Js { get; } = $"/assets/{Hash(JsBytes)}/board.js";

    public static void Map(WebApplication app)
    {
        app.MapGet("/assets/{hash}/board.css", (HttpContext context) => Kept(context, CssBytes, "text/css; charset=utf-8"))
            .ExcludeFromDescription();
        app.MapGet("/assets/{hash}/board.js", (HttpContext context) => Kept(context, JsBytes, "text/javascript; charset=utf-8"))
            .ExcludeFromDescription();
        app.MapGet("/help/client.py", () => Results.Bytes(ClientBytes, "text/x-python; charset=utf-8", "client.py"))
            .ExcludeFromDescription();
    }

    private static IResult Kept(HttpContext context, byte[] content, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, type);
    }

    private static byte[] Embedded(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];
}
