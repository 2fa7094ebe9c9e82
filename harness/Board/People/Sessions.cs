using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Evaluator.Board.People;

/// <summary>Signing in and out with a cookie. Each request asks the database again: a changed role, a new password, an erased account count
/// at once.</summary>
internal static class Sessions
{
    public const string Scheme = "session";

    public static Task SignIn(HttpContext context, Account account) => context.SignInAsync(
        Scheme, VisitorClaims.Principal(VisitorOf(account), Scheme, account.Stamp), new AuthenticationProperties { IsPersistent = true });

    public static Task SignOut(HttpContext context) => context.SignOutAsync(Scheme);

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        Accounts accounts = context.HttpContext.RequestServices.GetRequiredService<Accounts>();
        Account? account = context.Principal?.Visitor().AccountId is { } id ? accounts.Find(id) : null;
        if (account is null || context.Principal!.FindFirst(VisitorClaims.Stamp)?.Value != account.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        context.ReplacePrincipal(VisitorClaims.Principal(VisitorOf(account), Scheme, account.Stamp));
    }

    private static Visitor VisitorOf(Account account) =>
        new(account.Id, account.Handle, account.Role, account.IsOrganiser ? Scopes.Organise : Scopes.Submit, null);
}
