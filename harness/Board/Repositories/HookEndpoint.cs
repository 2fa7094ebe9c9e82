using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Evaluator.Board.Repositories;

/// <summary>POST /hooks/PROVIDER/REPOSITORY: what hosts call. It takes no cookie and no token: the signature over the body is all.
/// </summary>
internal static class HookEndpoint
{
    /// <summary>A push of many commits names them all. GitHub sends up to 25 MB, for pushes of thousands.</summary>
    private const int MostBytes = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/hooks/{provider}/{repository}", Take)
        .RequireRateLimiting(Policies.Hooks).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .WithSummary("A host tells of a push. Answered 202 at once; the repository's page says what becomes of it.");

    private static async Task<IResult> Take(string provider, string repository, HttpContext context, Inbox inbox)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        IHeaderDictionary headers = context.Request.Headers;
        Outcome<Delivery> taken = inbox.Take(
            provider, repository, name => headers.TryGetValue(name, out StringValues value) ? value.ToString() : null, body.ToArray());
        return Problems.Of(taken, delivery => Results.Json(
            new { delivery = delivery.Id, state = delivery.State, why = delivery.Why }, statusCode: StatusCodes.Status202Accepted));
    }
}
