using Microsoft.AspNetCore.StaticFiles;

namespace Evaluator.Board.Contests;

/// <summary><c>/c/CONTEST/files/…</c>: what the contest gives out, and nothing beside it.</summary>
internal static class ContestFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(WebApplication app) => app.MapGet("/c/{contest}/files/{**name}", Download);

    private static IResult Download(string contest, string name, ContestShelf shelf, HttpContext context)
    {
        // Only a name that the folder's own listing has is opened: a path cannot lead out of it.
        if (shelf.Find(contest) is not { } running || !running.Folder.Files().Contains(name))
            return Results.NotFound();
        string type = Types.TryGetContentType(name, out string? known) && known.StartsWith("image/", StringComparison.Ordinal) ? known
            : "application/octet-stream";
        // An SVG is a document: it may hold a script. In an img element it is a picture; opened by itself it stays inside the policy, and
        // sandboxed.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.File(running.Folder.FileOf(name), type, type == "application/octet-stream" ? Path.GetFileName(name)
            : null, enableRangeProcessing: true);
    }
}
