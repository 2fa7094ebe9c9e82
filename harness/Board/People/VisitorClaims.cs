using System.Security.Claims;

namespace Evaluator.Board.People;

/// <summary>A visitor as the claims that ASP.NET carries, there and back.</summary>
internal static class VisitorClaims
{
    public const string Stamp = "stamp";

    private const string AccountId = "account";
    private const string Handle = "handle";
    private const string Role = "role";
    private const string Scope = "scope";
    private const string TokenId = "token";

    public static ClaimsPrincipal Principal(Visitor visitor, string scheme, string? stamp = null)
    {
        List<Claim> claims = [new(Role, visitor.Role), new(Scope, visitor.Scope)];
        Add(AccountId, visitor.AccountId);
        Add(Handle, visitor.Handle);
        Add(TokenId, visitor.TokenId);
        Add(Stamp, stamp);
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, Handle, Role));

        void Add(string type, string? value)
        {
            if (value is not null)
                claims.Add(new Claim(type, value));
        }
    }

    public static Visitor Visitor(this ClaimsPrincipal principal) => principal.FindFirstValue(Scope) is { } scope
        ? new Visitor(
            principal.FindFirstValue(AccountId), principal.FindFirstValue(Handle), principal.FindFirstValue(Role)
                ?? "", scope, principal.FindFirstValue(TokenId))
        : People.Visitor.Stranger;
}
