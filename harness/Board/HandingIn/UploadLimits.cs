using Evaluator.Board.Folder;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluator.Board.HandingIn;

/// <summary>Where files are handed in, a body may be as large as the board's settings say; the server counts while it reads and ends the
/// reading there.</summary>
internal static class UploadLimits
{
    /// <summary>Boundaries, names and the other fields of a form.</summary>
    private const long RoomForTheForm = 64 * 1024;

    public static void Use(WebApplication app)
    {
        BoardSettings settings = app.Services.GetRequiredService<BoardSettings>();
        app.Use((context, next) =>
        {
            if (TakesFiles(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = settings.MaxUploadBytes + RoomForTheForm;
            return next(context);
        });
    }

    /// <summary>Reads a form with a file before antiforgery does: that would take a body over the limit for a form without its token, and
    /// say the wrong thing.</summary>
    public static void ReadForms(WebApplication app) => app.Use(async (context, next) =>
    {
        if (TakesFiles(context.Request) && context.Request.HasFormContentType)
            await ReadForm(context.Request);
        await next(context);
    });

    // A NUL in a field, a boundary that is none: the sender's fault, which the reader does not tell as such.
    private static async Task ReadForm(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException wrong)
        {
            throw new BadHttpRequestException(wrong.Message, StatusCodes.Status400BadRequest, wrong);
        }
    }

    private static bool TakesFiles(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Value is { } path
        && (path.EndsWith("/submit", StringComparison.Ordinal) || path.EndsWith("/submissions", StringComparison.Ordinal)
            || path.EndsWith("/documents", StringComparison.Ordinal));
}
