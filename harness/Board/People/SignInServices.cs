using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Evaluator.Board.People;

/// <summary>Cookie for people, bearer token for programs. Whoever sends a token is judged by it alone.</summary>
internal static class SignInServices
{
    private const string Either = "either";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") || IsForPrograms(context)
                    && !context.Request.Cookies.ContainsKey(CookieName)
                    ? TokenAuthentication.SchemeName
                    : Sessions.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddCookie(Sessions.Scheme, Cookie);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, policy => policy.RequireAssertion(request => request.User.Visitor().IsOrganiser))
            .AddPolicy(Policies.Metrics, policy =>
                policy.RequireAssertion(request => request.User.Visitor() is { IsOrganiser: true } or { Scope: Scopes.Metrics }))
            .AddPolicy(Policies.Competitor, policy => policy.RequireAssertion(request => request.User.Visitor().MayRead))
            .AddPolicy(Policies.Worker, policy =>
                policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                .RequireAssertion(request => request.User.Visitor().IsWorker))
            .AddPolicy(Policies.TokenOfCompetitor, policy => policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                .RequireAuthenticatedUser().RequireAssertion(request => request.User.Visitor().MaySubmit))
            .AddPolicy(Policies.TokenOfOrganiser, policy => policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName)
                .RequireAuthenticatedUser().RequireAssertion(request => request.User.Visitor().IsOrganiser));
    }

    public static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private const string CookieName = "board_session";

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/not-allowed";
        cookie.ReturnUrlParameter = "next";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = Sessions.Validate;
    }
}
