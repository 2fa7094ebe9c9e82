namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// What every form of every page does: the route by which a program does the same, and whether the page asks first because it harms. A
/// handler that is not here fails a spec; so does one here that is gone.
/// </summary>
internal static class HandlerTable
{
    /// <summary>Page and handler (empty where the page has one form), the program's way, whether it asks.</summary>
    public static IReadOnlyList<(string Page, string Handler, string Way, bool Asks)> Rows { get; } =
    [
        ("c/{contest}/rules", "", "POST /api/v1/c/{contest}/rules", false),
        ("c/{contest}/team", "", "POST /api/v1/c/{contest}/team", false),
        ("c/{contest}/team", "Invite", "POST /api/v1/c/{contest}/team/invitation", false),
        ("c/{contest}/team", "Leave", "DELETE /api/v1/c/{contest}/team/members/{member}", false),
        ("c/{contest}/team/join/{code}", "", "POST /api/v1/c/{contest}/team/join/{code}", false),
        ("c/{contest}/{phase}/submit", "", "POST /api/v1/c/{contest}/{phase}/submissions", false),
        ("c/{contest}/{phase}/walk-in/submit", "", "POST /api/v1/c/{contest}/{phase}/walk-in/submissions", false),
        ("c/{contest}/{phase}/finals", "", "PUT /api/v1/c/{contest}/{phase}/finals", false),
        ("c/{contest}/{phase}/documents", "", "POST /api/v1/c/{contest}/{phase}/documents", false),
        ("c/{contest}/repositories", "", "POST /api/v1/c/{contest}/repositories", false),
        ("c/{contest}/repositories", "Rotate", "POST /api/v1/c/{contest}/repositories/{id}/secret", false),
        ("c/{contest}/repositories", "EndPrevious", "DELETE /api/v1/c/{contest}/repositories/{id}/secret/previous", false),
        ("c/{contest}/repositories", "Remove", "DELETE /api/v1/c/{contest}/repositories/{id}", false),
        ("c/{contest}/repositories", "Again", "POST /api/v1/c/{contest}/deliveries/{id}/again", false),
        ("c/{contest}/repositories", "Claim", "PUT /api/v1/c/{contest}/authors", false),
        ("c/{contest}/repositories", "Confirm", "POST /api/v1/c/{contest}/authors/confirm", false),
        ("c/{contest}/repositories", "Unclaim", "DELETE /api/v1/c/{contest}/authors", false),
        ("s/{id}", "Withdraw", "POST /api/v1/submissions/{id}/withdraw", false),
        ("s/{id}", "Select", "PUT /api/v1/c/{contest}/{phase}/finals", false),
        ("s/{id}", "Like", "PUT /api/v1/submissions/{id}/like", false),
        ("s/{id}", "BasedOn", "POST /api/v1/submissions/{id}/parents", false),
        ("me", "Password", "POST /api/v1/me/password", false),
        ("me", "Erase", "DELETE /api/v1/me", false),   // it asks for the password
        ("me/tokens", "", "POST /api/v1/me/tokens", false),
        ("me/tokens", "Revoke", "DELETE /api/v1/me/tokens/{id}", false),
        ("me/elsewhere", "Nonce", "POST /api/v1/me/elsewhere/nonce", false),
        ("me/elsewhere", "Take", "POST /api/v1/me/elsewhere", false),
        ("me/elsewhere", "Remove", "DELETE /api/v1/me/elsewhere/{id}", false),
        ("u/{handle}", "Show", "PUT /api/v1/me/profile", false),
        ("organise", "Invite", "POST /api/v1/organise/invitations", false),
        ("organise", "Revoke", "DELETE /api/v1/organise/invitations/{sha256}", true),
        ("organise", "Role", "PUT /api/v1/organise/people/{account}/role", true),
        ("organise", "Password", "POST /api/v1/organise/people/{account}/password", true),
        ("organise/boards", "Add", "POST /api/v1/organise/boards", false),
        ("organise/boards", "Remove", "DELETE /api/v1/organise/boards/{key}", true),
        ("organise/{contest}", "Freeze", "PUT /api/v1/organise/{contest}/phases/{phase}/freeze", true),
        ("organise/{contest}", "Publish", "PUT /api/v1/organise/{contest}/phases/{phase}/publish", true),
        ("organise/{contest}", "Phase", "PUT /api/v1/organise/{contest}/phases/{phase}", true),   // where it closes or publishes at once
        ("organise/{contest}", "BaselineAgain", "POST /api/v1/organise/{contest}/baselines/{baseline}/again", false),
        ("organise/{contest}/submissions", "Ignore", "POST /api/v1/organise/{contest}/ignored", true),
        ("organise/{contest}/submissions", "Reinstate", "POST /api/v1/organise/{contest}/reinstated", false),
        ("organise/{contest}/submissions", "Rejudge", "POST /api/v1/organise/{contest}/rejudge", false),
        ("organise/{contest}/teams", "Ignore", "POST /api/v1/organise/{contest}/ignored", true),
        ("organise/{contest}/teams", "Reinstate", "POST /api/v1/organise/{contest}/reinstated", false),
        ("organise/{contest}/teams", "NewKey", "POST /api/v1/organise/{contest}/teams/{team}/key", true),
        ("organise/{contest}/rejudge", "Apply", "POST /api/v1/organise/{contest}/rejudge/{set}/apply", true),
        ("organise/{contest}/rejudge", "TakeBack", "POST /api/v1/organise/{contest}/rejudge/{set}/take-back", true),
        ("organise/{contest}/rejudge", "Cancel", "POST /api/v1/organise/{contest}/rejudge/{set}/cancel", true),
        ("organise/{contest}/rewards", "Preview", "POST /api/v1/organise/{contest}/rewards/rules/preview", false),
        ("organise/{contest}/rewards", "Set", "PUT /api/v1/organise/{contest}/rewards/rules", false),
        ("organise/{contest}/rewards", "End", "DELETE /api/v1/organise/{contest}/rewards/rules/{rule}", true),
        ("organise/{contest}/rewards", "Give", "POST /api/v1/organise/{contest}/rewards/grants", false),
        ("organise/{contest}/rewards", "TakeBack", "DELETE /api/v1/organise/{contest}/rewards/grants", true),
        ("organise/{contest}/rewards", "Attest", "PUT /api/v1/organise/{contest}/attested", false),
        ("organise/{contest}/workers", "Again", "POST /api/v1/organise/{contest}/workers/again", false),
        ("organise/{contest}/workers", "Raise", "POST /api/v1/organise/{contest}/workers/raise", false),
        ("organise/{contest}/workers", "Decide", "POST /api/v1/organise/{contest}/workers/conflicts/{conflict}", false),
        ("organise/{contest}/workers", "Open", "POST /api/v1/organise/{contest}/workers/conflicts/{conflict}", false),
        ("organise/{contest}/workers", "Token", "POST /api/v1/organise/{contest}/workers/tokens", false),
        ("organise/{contest}/workers", "Revoke", "DELETE /api/v1/organise/{contest}/workers/tokens/{token}", true),
    ];
}
