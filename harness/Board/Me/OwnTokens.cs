using Evaluator.Board.People;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Me;

/// <summary>What a person may ask of a token of their own: never more than they may themselves.</summary>
internal sealed class OwnTokens(Tokens tokens)
{
    private const int MostTokens = 50;

    public Outcome<string> Make(Visitor visitor, string? name, string? scope, int days)
    {
        string label = (name ?? "").Trim();
        if (label.Length is 0 or > 60 || label.Any(char.IsControl))
            return Refusal.Invalid("Say in 1 to 60 characters what the token is for.");
        if (scope is not (Scopes.Read or Scopes.Submit or Scopes.Organise or Scopes.Metrics))
            return Refusal.Invalid($"A token may read, submit, organise or metrics; found \"{scope}\".");
        if (scope is (Scopes.Organise or Scopes.Metrics) && !visitor.IsOrganiser || scope == Scopes.Submit && !visitor.MaySubmit)
            return Refusal.Forbidden("A token cannot do more than whoever makes it.");
        if (days < 1 || days > Tokens.MostLifetime.TotalDays)
            return Refusal.Invalid($"A token lives 1 to {Tokens.MostLifetime.TotalDays:0} days; found {days}.");
        if (tokens.Of(visitor.AccountId!).Count >= MostTokens)
            return Refusal.Conflict($"You have {MostTokens} tokens. Revoke one first.");
        return tokens.Make(visitor.AccountId, label, scope, TimeSpan.FromDays(days));
    }
}
