using System.Security.Claims;

namespace Evaluator.Board.People;

/// <summary>Who makes a request: a signed-in person, a token, or nobody known.</summary>
internal sealed record Visitor(string? AccountId, string? Handle, string Role, string Scope, string? TokenId)
{
    public static Visitor Stranger { get; } = new(null, null, "", Scopes.Read, null);

    public bool IsKnown => AccountId is not null;

    /// <summary>An organiser's own rights; a token of an organiser has them only with the scope for it.</summary>
    public bool IsOrganiser => Role == Roles.Organiser && Scope == Scopes.Organise;

    public bool MayRead => IsKnown && Scope is (Scopes.Read or Scopes.Submit or Scopes.Organise);

    public bool MaySubmit => IsKnown && Scopes.MaySubmit(Scope);

    public bool IsWorker => Scope == Scopes.Work;

    /// <summary>What limits count by: the token, else the account.</summary>
    public string? LimitKey => TokenId ?? AccountId;
}
