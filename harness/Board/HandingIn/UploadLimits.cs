using Evaluator.Board.Folder;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluator.Board.HandingIn;

/// <summary>Where files are handed in, a body may be as large as the board's settings say. The server refuses what is larger; nothing of
/// it is kept.</summary>
internal static class UploadLimits
{
    /// <summary>Boundaries, names and the other fields of a form.</summary>
    private const long RoomForTheForm = 64 * 1024;

    /// <summary>How many times the limit is read in vain: 64 MiB as a board comes, which is where the example of nginx stops.</summary>
    private const int TimesReadInVain = 8;

    public static void Use(WebApplication app)
    {
        long most = app.Services.GetRequiredService<BoardSettings>().MaxUploadBytes + RoomForTheForm;
        app.Use((context, next) =>
        {
            if (!TakesFiles(context.Request) || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit)
                return next(context);
            limit.MaxRequestBodySize = most;
            return HearOut(context, next, limit);
        });
    }

    // The server ends a connection whose body it refused to read. Who is still sending then gets a reset instead of the answer; behind
    // nginx, on a busy machine, a 502 was seen. So what is on its way is read before the answer goes out. Who waits to be asked for the
    // body (Expect: 100-continue) has sent nothing and is told at once.
    private static async Task HearOut(HttpContext context, RequestDelegate next, IHttpMaxRequestBodySizeFeature limit)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge && !limit.IsReadOnly
            && context.Request.Headers.Expect.Count == 0
            && context.Request.ContentLength <= limit.MaxRequestBodySize * TimesReadInVain)
        {
            limit.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            throw;
        }
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
