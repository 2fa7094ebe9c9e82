using Evaluator.Board.People;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Me;

/// <summary>One's own account, for programs; and <c>/me/data</c>, the download of the page.</summary>
internal static class MeApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Who).RequireAuthorization(Policies.Competitor).WithSummary("Who this token is.");
        api.MapGet("/me/data", Data).RequireAuthorization(Policies.Competitor).WithSummary("All that the board knows of you.");
        api.MapDelete("/me", Erase).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Erase yourself; `?password=` is asked for. Cannot be undone.");
        api.MapPost("/me/password", Password).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Change your password: {\"old\": …, \"new\": …}. Sessions in browsers end; tokens stay.");
        api.MapGet("/me/tokens", (HttpContext context, Tokens tokens) => Results.Json(tokens.Of(context.User.Visitor().AccountId!)
                .Select(token => new { token.Id, token.Name, token.Scope, token.Created, token.Expires, token.LastUsed })))
            .RequireAuthorization(Policies.Competitor).WithSummary("Your tokens, without their secrets.");
        api.MapPost("/me/tokens", (NewToken wanted, HttpContext context, OwnTokens own) =>
                Problems.Of(own.Make(context.User.Visitor(), wanted.Name, wanted.Scope, wanted.Days), secret =>
                    Results.Json(new { token = secret }, statusCode: 201)))
            .RequireAuthorization(Policies.TokenOfCompetitor)
                .WithSummary("Make a token: name, scope, days. The answer is the only time it is shown.");
        api.MapDelete("/me/tokens/{id}", (string id, HttpContext context, Tokens tokens) =>
                tokens.Revoke(id, context.User.Visitor().AccountId) ? Results.NoContent()
                    : Problems.Of(Refusal.NotFound("There is no such token of yours.")))
            .RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("Revoke a token.");
    }

    public static void MapDownload(WebApplication app) =>
        app.MapGet("/me/data", Data).RequireAuthorization(Policies.Competitor).ExcludeFromDescription();

    private static IResult Who(HttpContext context)
    {
        Visitor visitor = context.User.Visitor();
        return Results.Json(new { id = visitor.AccountId, handle = visitor.Handle, role = visitor.Role, scope = visitor.Scope });
    }

    private static IResult Data(HttpContext context, OwnData data) => Results.Json(data.Export(context.User.Visitor().AccountId!));

    private static IResult Password(NewPassword wanted, HttpContext context, Accounts accounts) =>
        Problems.Of(accounts.ChangePassword(context.User.Visitor().Handle!, wanted.Old, wanted.Fresh), _ => Results.NoContent());

    private static IResult Erase(string? password, HttpContext context, Accounts accounts, OwnData data) =>
        accounts.SignIn(context.User.Visitor().Handle!, password ?? "") is not { } account
            ? Problems.Of(Refusal.Forbidden("That is not your password."))
        : data.Erase(account) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();
}
