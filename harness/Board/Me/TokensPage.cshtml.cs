using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Me;

/// <summary>/me/tokens: one's own tokens.</summary>
[Authorize(Policies.Competitor)]
internal sealed class TokensPage(Tokens tokens, OwnTokens own) : BoardPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    [BindProperty]
    public int Days { get; set; }

    public string? Secret { get; private set; }

    public IReadOnlyList<Token> All => tokens.Of(Visitor.AccountId!);

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        Outcome<string> made = own.Make(Visitor, Name, Scope, Days);
        if (made.IsRefused)
            return Refuse(made.Refusal);
        Secret = made.Value;
        return PageOnce();
    }

    public IActionResult OnPostRevoke(string id) => tokens.Revoke(id, Visitor.AccountId)
        ? Done("/me/tokens", "The token is revoked.")
        : Refuse(Refusal.NotFound("There is no such token of yours."));
}
