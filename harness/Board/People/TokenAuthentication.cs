using System.Text.Encodings.Web;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Evaluator.Board.People;

/// <summary><c>Authorization: Bearer …</c>: a token of a person or of a worker.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Tokens tokens, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "token";
    public const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticated());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problems.Of(new Refusal(
            StatusCodes.Status401Unauthorized, "token", "The token is missing, unknown, expired or revoked. Make one at /me/tokens."))
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(Refusal.Forbidden("The token's scope does not allow this.")).ExecuteAsync(Context);

    private AuthenticateResult Authenticated()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        Token? token = tokens.Find(header[Prefix.Length..].Trim());
        if (token is null)
            return AuthenticateResult.Fail("unknown token");
        Account? account = token.Account is null ? null : accounts.Find(token.Account);
        if (token.Account is not null && account is null)
            return AuthenticateResult.Fail("the token's account is gone");
        Visitor visitor = new(account?.Id, account?.Handle, account?.Role ?? "", token.Scope, token.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(VisitorClaims.Principal(visitor, SchemeName), SchemeName));
    }
}
