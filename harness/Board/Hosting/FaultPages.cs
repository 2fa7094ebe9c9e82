using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace Evaluator.Board.Hosting;

/// <summary>What went wrong, as a page for people and as an RFC 9457 problem for programs. Neither holds a stack trace.</summary>
internal static partial class FaultPages
{
    public static void Use(WebApplication app)
    {
        // A request that is too large, or cut off, is the sender's: an answer, and no error of ours in the log.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = OfFault,
            SuppressDiagnosticsCallback = fault =>
                fault.Exception is BadHttpRequestException || PostgresDatabase.RefusesTheText(fault.Exception),
        });
        app.UseStatusCodePages(status => OfStatus(status.HttpContext, null));
    }

    private static Task OfFault(HttpContext context)
    {
        Exception? fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        string? detail = null;
        if (fault is BadHttpRequestException bad)
            (context.Response.StatusCode, detail) = (bad.StatusCode, DetailOf(bad));
        if (PostgresDatabase.RefusesTheText(fault))
            (context.Response.StatusCode, detail) = (StatusCodes.Status400BadRequest, "A text that was sent holds the character U+0000.");
        if (fault is DbException { IsTransient: true })    // the database's server is away, or starting
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
        return OfStatus(context, detail);
    }

    /// <summary>What of a request could not be read, in a program's words: ASP.NET's own name the types of our code.</summary>
    private static string DetailOf(BadHttpRequestException bad) => bad.InnerException is JsonException json
        ? $"The body is not the JSON that is expected here: see {json.Path ?? "$"} in line {(json.LineNumber ?? 0) + 1}."
        : bad.Message.EndsWith("from body.", StringComparison.Ordinal) ? "A body of JSON is expected here; there is none."
        : TypeOfParameter().Replace(bad.Message, "\"$1\"", 1);

    private static Task OfStatus(HttpContext context, string? detail)
    {
        int status = context.Response.StatusCode;
        string title = Problems.TitleOf(status);
        if (SignInServices.IsForPrograms(context) || WantsJson(context))
            return Results.Problem(detail, statusCode: status, title: title, type: $"urn:evaluator:status-{status}").ExecuteAsync(context);
        return Results.Content(Page(status, title), "text/html; charset=utf-8", statusCode: status).ExecuteAsync(context);
    }

    private static bool WantsJson(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    // Not a Razor page: it must come even when the pages are what is broken.
    private static string Page(int status, string title) => $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{status} {title}</title><link rel="stylesheet" href="{Shell.Assets.Css}"></head>
        <body><main><h1>{title}</h1><p>{Advice(status)}</p><p><a href="/">To the contests</a></p></main></body></html>
        """;

    private static string Advice(int status) => status switch
    {
        400 => "The form may have been open for too long, or cookies are off. Go back, reload the page and send it again.",
        403 => "Your account may not do this. If you have another one, sign in with it.",
        404 => "The address may be mistyped, or what was here is not for you to see.",
        413 => "What you sent is larger than this board takes.",
        429 => "Wait a moment, then try again.",
        >= 500 => "It is written down. What was acknowledged before is kept; try again.",
        _ => "",
    };

    [GeneratedRegex("\"[^\"]*? (\\w+)\"")]
    private static partial Regex TypeOfParameter();
}
