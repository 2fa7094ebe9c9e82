namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Who may see what: every route of the board, what answers whom. A route that is not here fails a spec; so does one here that is gone.
/// </summary>
internal static class AccessTable
{
    /// <summary>For the address of a row: the submission is team Gulls' of before the freeze.</summary>
    public const string Submission = "{submission}";

    /// <summary>The id of team Terns, which handed in after the freeze alone.</summary>
    public const string Terns = "{terns}";

    private const Who All = Who.Stranger | Who.Own | Who.Other | Who.Organiser;
    private const Who Known = Who.Own | Who.Other | Who.Organiser;
    private const Who OwnTeam = Who.Own | Who.Organiser;

    /// <summary>What is read: the route, an address of it, and who is answered.</summary>
    public static IReadOnlyList<(string Route, string Address, Who May)> Reads { get; } =
    [
        // Pages.
        ("", "/", All),
        ("help", "/help", All),
        ("join/{code?}", "/join", All),
        ("sign-in", "/sign-in", All),
        ("sign-up", "/sign-up", Who.Nobody),   // no contest of this board is open to all
        ("sign-out", "/sign-out", All),
        ("not-allowed", "/not-allowed", Who.Nobody),
        ("me", "/me", Known),
        ("me/tokens", "/me/tokens", Known),
        ("c/{contest}", "/c/harbour-town", All),
        ("c/{contest}/rules", "/c/harbour-town/rules", All),
        ("c/{contest}/team", "/c/harbour-town/team", Known),
        ("c/{contest}/team/join/{code}", "/c/harbour-town/team/join/nothing", Who.Nobody),
        ("c/{contest}/submissions", "/c/harbour-town/submissions", Known),
        ("c/{contest}/{phase}/submit", "/c/harbour-town/provisional/submit", Known),
        ("c/{contest}/{phase}/walk-in/submit", "/c/harbour-town/provisional/walk-in/submit", Who.Nobody),   // it is a contest by invitation
        ("c/{contest}/{phase}/best", "/c/harbour-town/provisional/best", Who.Nobody),
        ("c/{contest}/{phase}/prizes", "/c/harbour-town/provisional/prizes", Who.Organiser),
        ("c/{contest}/{phase}/standings", "/c/harbour-town/provisional/standings", All),
        ("c/{contest}/{phase}/pictures", "/c/harbour-town/provisional/pictures", All),
        ("s/{id}", "/s/{submission}", OwnTeam),
        ("organise", "/organise", Who.Organiser),
        ("organise/audit", "/organise/audit", Who.Organiser),
        ("organise/{contest}", "/organise/harbour-town", Who.Organiser),
        ("organise/{contest}/submissions", "/organise/harbour-town/submissions", Who.Organiser),
        ("organise/{contest}/teams", "/organise/harbour-town/teams", Who.Organiser),
        ("organise/{contest}/rejudge", "/organise/harbour-town/rejudge", Who.Organiser),
        ("organise/{contest}/workers", "/organise/harbour-town/workers", Who.Organiser),
        ("c/{contest}/{phase}/finals", "/c/harbour-town/provisional/finals", Known),
        ("c/{contest}/{phase}/documents", "/c/harbour-town/provisional/documents", Who.Nobody),   // the phase asks for none
        ("organise/{contest}/documents", "/organise/harbour-town/documents", Who.Organiser),
        ("rewards", "/rewards", All),
        ("c/{contest}/rewards", "/c/harbour-town/rewards", All),
        ("organise/{contest}/rewards", "/organise/harbour-town/rewards", Who.Organiser),
        ("people", "/people", All),
        ("u/{handle}", "/u/Ada", Who.Own),   // nobody shows anything until they say so; ProfileSpecs has some who do
        ("me/elsewhere", "/me/elsewhere", Known),
        ("organise/boards", "/organise/boards", Who.Organiser),
        ("c/{contest}/{phase}/models", "/c/harbour-town/provisional/models", Who.Nobody),   // they never open; OpenModelSpecs has some
        ("s/{id}/source", "/s/{submission}/source", OwnTeam),
        ("c/{contest}/repositories", "/c/harbour-town/repositories", Known),
        ("c/{contest}/{phase}/trade-offs", "/c/harbour-town/provisional/trade-offs", All),
        // Beside the pages.
        ("/u/{handle}.json", "/u/Ada.json", Who.Own),
        ("/u/{handle}/live", "/u/Ada/live", Who.Own),
        ("/c/{contest}/rewards/live", "/c/harbour-town/rewards/live", All),
        ("/documents/{id}/file", "/documents/none/file", Who.Nobody),   // there is none; DocumentSpecs has some
        ("/assets/{hash}/board.css", "/assets/x/board.css", All),
        ("/assets/{hash}/board.js", "/assets/x/board.js", All),
        ("/help/client.py", "/help/client.py", All),
        ("/c/{contest}/files/{**name}", "/c/harbour-town/files/events.tsv", All),
        ("/c/{contest}/{phase}/standings.csv", "/c/harbour-town/provisional/standings.csv", All),
        ("/c/{contest}/{phase}/standings.json", "/c/harbour-town/provisional/standings.json", All),
        ("/c/{contest}/{phase}/live", "/c/harbour-town/provisional/live", All),
        ("/s/{id}/file", "/s/{submission}/file", OwnTeam),
        ("/s/{id}/log", "/s/{submission}/log", Who.Nobody),   // its set is closed
        ("/s/{id}/receipt", "/s/{submission}/receipt", OwnTeam),
        ("/me/data", "/me/data", Known),
        ("/organise/{contest}/export", "/organise/harbour-town/export", Who.Organiser),
        ("/organise/{contest}/export.zip", "/organise/harbour-town/export.zip", Who.Organiser),
        ("/health/live", "/health/live", All),
        ("/health/ready", "/health/ready", All),
        ("/metrics", "/metrics", Who.Organiser),
        ("/openapi/{documentName}.json", "/openapi/v1.json", All),
        // For programs.
        ("/api/v1/c/{contest}/{phase}/trade-offs", "/api/v1/c/harbour-town/provisional/trade-offs", All),
        ("/api/v1/c/{contest}/{phase}/models", "/api/v1/c/harbour-town/provisional/models", Who.Nobody),
        ("/api/v1/key", "/api/v1/key", All),
        ("/api/v1/people", "/api/v1/people", All),
        ("/api/v1/u/{handle}", "/api/v1/u/Ada", Who.Own),
        ("/api/v1/u/{handle}/rewards", "/api/v1/u/Ada/rewards", Who.Own),
        ("/api/v1/me/elsewhere", "/api/v1/me/elsewhere", Known),
        ("/api/v1/organise/boards", "/api/v1/organise/boards", Who.Organiser),
        ("/api/v1/rewards", "/api/v1/rewards", All),
        ("/api/v1/c/{contest}/rewards", "/api/v1/c/harbour-town/rewards", All),
        ("/api/v1/c/{contest}/rules/rewards", "/api/v1/c/harbour-town/rules/rewards", All),
        ("/api/v1/contests", "/api/v1/contests", All),
        ("/api/v1/c/{contest}", "/api/v1/c/harbour-town", All),
        ("/api/v1/c/{contest}/rules", "/api/v1/c/harbour-town/rules", All),
        ("/api/v1/c/{contest}/files", "/api/v1/c/harbour-town/files", All),
        ("/api/v1/c/{contest}/team", "/api/v1/c/harbour-town/team", Who.Own | Who.Other),   // the organiser has none
        ("/api/v1/c/{contest}/submissions", "/api/v1/c/harbour-town/submissions", Known),
        ("/api/v1/c/{contest}/{phase}/finals", "/api/v1/c/harbour-town/provisional/finals", Who.Own | Who.Other),
        ("/api/v1/c/{contest}/{phase}/standings", "/api/v1/c/harbour-town/provisional/standings", All),
        // Terns' row is behind the freeze, so only Terns and organisers have it; Gulls' is asked for in PicturesSpecs.
        ("/api/v1/c/{contest}/{phase}/progress/{team}", "/api/v1/c/harbour-town/provisional/progress/{terns}", Who.Other | Who.Organiser),
        ("/api/v1/c/{contest}/{phase}/live", "/api/v1/c/harbour-town/provisional/live", All),
        ("/api/v1/c/{contest}/{phase}/best", "/api/v1/c/harbour-town/provisional/best", Who.Nobody),
        ("/api/v1/c/{contest}/log", "/api/v1/c/harbour-town/log", All),
        ("/api/v1/c/{contest}/head", "/api/v1/c/harbour-town/head", All),
        ("/api/v1/submissions/{id}", "/api/v1/submissions/{submission}", OwnTeam),
        ("/api/v1/submissions/{id}/file", "/api/v1/submissions/{submission}/file", OwnTeam),
        ("/api/v1/submissions/{id}/receipt", "/api/v1/submissions/{submission}/receipt", OwnTeam),
        ("/api/v1/submissions/{id}/log", "/api/v1/submissions/{submission}/log", Who.Nobody),
        ("/api/v1/submissions/{id}/commits", "/api/v1/submissions/{submission}/commits", Who.Nobody),   // it came by a form
        ("/api/v1/c/{contest}/repositories", "/api/v1/c/harbour-town/repositories", Who.Own | Who.Other),   // the organiser has no team
        ("/api/v1/c/{contest}/deliveries", "/api/v1/c/harbour-town/deliveries", Who.Own | Who.Other),
        ("/api/v1/c/{contest}/deliveries/{id}", "/api/v1/c/harbour-town/deliveries/none", Who.Nobody),   // there is none
        ("/api/v1/c/{contest}/authors", "/api/v1/c/harbour-town/authors", Who.Own | Who.Other),
        ("/api/v1/c/{contest}/{phase}/documents", "/api/v1/c/harbour-town/provisional/documents", Who.Own | Who.Other),
        ("/api/v1/documents/{id}/file", "/api/v1/documents/none/file", Who.Nobody),
        ("/api/v1/organise/{contest}/documents", "/api/v1/organise/harbour-town/documents", Who.Organiser),
        ("/api/v1/me", "/api/v1/me", Known),
        ("/api/v1/me/data", "/api/v1/me/data", Known),
        ("/api/v1/me/tokens", "/api/v1/me/tokens", Known),
        ("/api/v1/organise/invitations", "/api/v1/organise/invitations", Who.Organiser),
        ("/api/v1/organise/people", "/api/v1/organise/people", Who.Organiser),
        ("/api/v1/organise/audit", "/api/v1/organise/audit", Who.Organiser),
        ("/api/v1/organise/{contest}/export", "/api/v1/organise/harbour-town/export", Who.Organiser),
        ("/api/v1/organise/{contest}/submissions", "/api/v1/organise/harbour-town/submissions", Who.Organiser),
        ("/api/v1/organise/{contest}/teams", "/api/v1/organise/harbour-town/teams", Who.Organiser),
        ("/api/v1/organise/{contest}/phases/{phase}", "/api/v1/organise/harbour-town/phases/provisional", Who.Organiser),
        // this phase has no ladder; LadderOnBoardSpecs has one
        ("/api/v1/organise/{contest}/phases/{phase}/ladder", "/api/v1/organise/harbour-town/phases/provisional/ladder", Who.Nobody),
        ("/api/v1/organise/{contest}/baselines", "/api/v1/organise/harbour-town/baselines", Who.Organiser),
        ("/api/v1/organise/{contest}/rejudge", "/api/v1/organise/harbour-town/rejudge", Who.Organiser),
        ("/api/v1/organise/{contest}/workers", "/api/v1/organise/harbour-town/workers", Who.Organiser),
        // there is no such set
        ("/api/v1/organise/{contest}/rejudge/{set}/preview", "/api/v1/organise/harbour-town/rejudge/none/preview", Who.Nobody),
    ];

    /// <summary>
    /// What changes state over the API: the route, and who may come as far as having the request looked at. None of them takes a cookie.
    /// </summary>
    public static IReadOnlyList<(string Method, string Route, Who May)> Changes { get; } =
    [
        ("POST", "/api/v1/c/{contest}/rules", Known),
        ("POST", "/api/v1/c/{contest}/team", Known),
        ("POST", "/api/v1/c/{contest}/team/invitation", Known),
        ("POST", "/api/v1/c/{contest}/team/join/{code}", Known),
        ("DELETE", "/api/v1/c/{contest}/team/members/{member}", Known),
        ("POST", "/api/v1/c/{contest}/{phase}/submissions", Known),
        ("POST", "/api/v1/submissions/{id}/withdraw", Known),
        ("POST", "/api/v1/c/{contest}/{phase}/commits", Known),
        ("POST", "/api/v1/c/{contest}/repositories", Known),
        ("POST", "/api/v1/c/{contest}/repositories/{id}/secret", Known),
        ("DELETE", "/api/v1/c/{contest}/repositories/{id}/secret/previous", Known),
        ("DELETE", "/api/v1/c/{contest}/repositories/{id}", Known),
        ("POST", "/api/v1/c/{contest}/deliveries/{id}/again", Known),
        ("PUT", "/api/v1/c/{contest}/authors", Known),
        ("POST", "/api/v1/c/{contest}/authors/confirm", Known),
        ("DELETE", "/api/v1/c/{contest}/authors", Known),
        ("PUT", "/api/v1/c/{contest}/{phase}/finals", Known),
        ("DELETE", "/api/v1/me", Known),
        ("POST", "/api/v1/me/tokens", Known),
        ("POST", "/api/v1/me/password", Known),
        ("DELETE", "/api/v1/me/tokens/{id}", Known),
        ("POST", "/api/v1/organise/invitations", Who.Organiser),
        ("DELETE", "/api/v1/organise/invitations/{sha256}", Who.Organiser),
        ("PUT", "/api/v1/organise/people/{account}/role", Who.Organiser),
        ("POST", "/api/v1/organise/people/{account}/password", Who.Organiser),
        ("PUT", "/api/v1/organise/{contest}/phases/{phase}", Who.Organiser),
        ("PUT", "/api/v1/organise/{contest}/phases/{phase}/freeze", Who.Organiser),
        ("PUT", "/api/v1/organise/{contest}/phases/{phase}/publish", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/ignored", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/reinstated", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/baselines/{baseline}/again", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rejudge", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rejudge/{set}/apply", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rejudge/{set}/take-back", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rejudge/{set}/cancel", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/workers/again", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/workers/raise", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/workers/conflicts/{conflict}", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/workers/tokens", Who.Organiser),
        ("POST", "/api/v1/c/{contest}/{phase}/documents", Known),
        ("DELETE", "/api/v1/organise/{contest}/workers/tokens/{token}", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/teams/{team}/key", Who.Organiser),
        ("PUT", "/api/v1/me/profile", Known),
        ("PUT", "/api/v1/submissions/{id}/like", Known),
        ("DELETE", "/api/v1/submissions/{id}/like", Known),
        ("POST", "/api/v1/submissions/{id}/parents", Known),
        ("POST", "/api/v1/me/elsewhere/nonce", Known),
        ("POST", "/api/v1/me/elsewhere", Known),
        ("DELETE", "/api/v1/me/elsewhere/{id}", Known),
        ("POST", "/api/v1/organise/boards", Who.Organiser),
        ("DELETE", "/api/v1/organise/boards/{key}", Who.Organiser),
        ("PUT", "/api/v1/organise/{contest}/rewards/rules", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rewards/rules/preview", Who.Organiser),
        ("DELETE", "/api/v1/organise/{contest}/rewards/rules/{rule}", Who.Organiser),
        ("POST", "/api/v1/organise/{contest}/rewards/grants", Who.Organiser),
        ("DELETE", "/api/v1/organise/{contest}/rewards/grants", Who.Organiser),
        ("PUT", "/api/v1/organise/{contest}/attested", Who.Organiser),
    ];

    /// <summary>What takes the event's code, a team's key or a host's signature in place of a token.</summary>
    public static IReadOnlyList<string> WithCodeOrKey { get; } =
        ["POST /api/v1/c/{contest}/{phase}/walk-in/submissions", "POST /hooks/{provider}/{repository}"];

    /// <summary>
    /// What a page does for a competitor, and the route by which a program does it. A page that is in neither list fails a spec.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> ProgramsWay { get; } = new Dictionary<string, string[]>
    {
        [""] = ["GET /api/v1/contests"],
        ["c/{contest}/{phase}/models"] = ["GET /api/v1/c/{contest}/{phase}/models"],
        ["s/{id}/source"] = ["GET /api/v1/submissions/{id}/file"],
        ["c/{contest}/{phase}/trade-offs"] = ["GET /api/v1/c/{contest}/{phase}/trade-offs"],
        ["people"] = ["GET /api/v1/people"],
        ["u/{handle}"] = ["GET /api/v1/u/{handle}", "PUT /api/v1/me/profile"],
        ["me/elsewhere"] = ["GET /api/v1/me/elsewhere", "POST /api/v1/me/elsewhere/nonce", "POST /api/v1/me/elsewhere",
            "DELETE /api/v1/me/elsewhere/{id}", "GET /api/v1/key"],
        ["organise/boards"] = ["GET /api/v1/organise/boards", "POST /api/v1/organise/boards", "DELETE /api/v1/organise/boards/{key}"],
        ["rewards"] = ["GET /api/v1/rewards"],
        ["c/{contest}/rewards"] = ["GET /api/v1/c/{contest}/rewards", "GET /api/v1/c/{contest}/rules/rewards"],
        ["organise/{contest}/rewards"] = ["PUT /api/v1/organise/{contest}/rewards/rules",
            "POST /api/v1/organise/{contest}/rewards/rules/preview", "DELETE /api/v1/organise/{contest}/rewards/rules/{rule}",
            "POST /api/v1/organise/{contest}/rewards/grants", "DELETE /api/v1/organise/{contest}/rewards/grants",
            "PUT /api/v1/organise/{contest}/attested"],
        ["me"] = ["GET /api/v1/me", "GET /api/v1/me/data", "DELETE /api/v1/me"],
        ["me/tokens"] = ["GET /api/v1/me/tokens", "POST /api/v1/me/tokens", "DELETE /api/v1/me/tokens/{id}"],
        ["c/{contest}"] = ["GET /api/v1/c/{contest}", "GET /api/v1/c/{contest}/files"],
        ["c/{contest}/rules"] = ["GET /api/v1/c/{contest}/rules", "POST /api/v1/c/{contest}/rules"],
        ["c/{contest}/team"] = ["GET /api/v1/c/{contest}/team", "POST /api/v1/c/{contest}/team", "POST /api/v1/c/{contest}/team/invitation",
            "DELETE /api/v1/c/{contest}/team/members/{member}"],
        ["c/{contest}/team/join/{code}"] = ["POST /api/v1/c/{contest}/team/join/{code}"],
        ["c/{contest}/submissions"] = ["GET /api/v1/c/{contest}/submissions"],
        ["c/{contest}/{phase}/submit"] = ["POST /api/v1/c/{contest}/{phase}/submissions"],
        ["c/{contest}/{phase}/standings"] = ["GET /api/v1/c/{contest}/{phase}/standings", "GET /api/v1/c/{contest}/{phase}/live",
            "GET /api/v1/c/{contest}/head"],
        ["c/{contest}/{phase}/pictures"] = ["GET /api/v1/c/{contest}/{phase}/standings", "GET /api/v1/c/{contest}/{phase}/progress/{team}"],
        ["s/{id}"] = ["GET /api/v1/submissions/{id}", "POST /api/v1/submissions/{id}/withdraw", "PUT /api/v1/c/{contest}/{phase}/finals",
            "GET /api/v1/submissions/{id}/log", "GET /api/v1/submissions/{id}/file", "PUT /api/v1/submissions/{id}/like",
            "DELETE /api/v1/submissions/{id}/like", "POST /api/v1/submissions/{id}/parents", "GET /api/v1/submissions/{id}/commits",
            "GET /api/v1/submissions/{id}/receipt"],
        ["c/{contest}/repositories"] = ["GET /api/v1/c/{contest}/repositories", "POST /api/v1/c/{contest}/repositories",
            "POST /api/v1/c/{contest}/repositories/{id}/secret", "DELETE /api/v1/c/{contest}/repositories/{id}/secret/previous",
            "DELETE /api/v1/c/{contest}/repositories/{id}", "GET /api/v1/c/{contest}/deliveries",
            "GET /api/v1/c/{contest}/deliveries/{id}", "POST /api/v1/c/{contest}/deliveries/{id}/again",
            "POST /api/v1/c/{contest}/{phase}/commits", "GET /api/v1/c/{contest}/authors", "PUT /api/v1/c/{contest}/authors",
            "POST /api/v1/c/{contest}/authors/confirm", "DELETE /api/v1/c/{contest}/authors"],
        ["organise"] = ["POST /api/v1/organise/invitations", "GET /api/v1/organise/people", "PUT /api/v1/organise/people/{account}/role",
            "POST /api/v1/organise/people/{account}/password", "DELETE /api/v1/organise/invitations/{sha256}"],
        ["organise/audit"] = ["GET /api/v1/organise/audit"],
        ["organise/{contest}"] = ["PUT /api/v1/organise/{contest}/phases/{phase}", "PUT /api/v1/organise/{contest}/phases/{phase}/freeze",
            "PUT /api/v1/organise/{contest}/phases/{phase}/publish", "GET /api/v1/organise/{contest}/export",
            "GET /api/v1/organise/{contest}/baselines",
            "POST /api/v1/organise/{contest}/baselines/{baseline}/again"],
        ["c/{contest}/{phase}/walk-in/submit"] = ["POST /api/v1/c/{contest}/{phase}/walk-in/submissions"],
        ["c/{contest}/{phase}/best"] = ["GET /api/v1/c/{contest}/{phase}/best"],
        ["c/{contest}/{phase}/prizes"] = ["GET /api/v1/c/{contest}/{phase}/standings"],
        ["organise/{contest}/rejudge"] = ["GET /api/v1/organise/{contest}/rejudge", "GET /api/v1/organise/{contest}/rejudge/{set}/preview",
            "POST /api/v1/organise/{contest}/rejudge/{set}/apply", "POST /api/v1/organise/{contest}/rejudge/{set}/cancel"],
        ["organise/{contest}/workers"] = ["GET /api/v1/organise/{contest}/workers", "POST /api/v1/organise/{contest}/workers/again", "POST "
            + "/api/v1/organise/{contest}/workers/raise", "POST /api/v1/organise/{contest}/workers/tokens",
            "POST /api/v1/organise/{contest}/workers/conflicts/{conflict}", "DELETE /api/v1/organise/{contest}/workers/tokens/{token}"],
        ["c/{contest}/{phase}/finals"] = ["GET /api/v1/c/{contest}/{phase}/finals", "PUT /api/v1/c/{contest}/{phase}/finals"],
        ["c/{contest}/{phase}/documents"] = ["GET /api/v1/c/{contest}/{phase}/documents", "POST /api/v1/c/{contest}/{phase}/documents",
            "GET /api/v1/documents/{id}/file"],
        ["organise/{contest}/documents"] = ["GET /api/v1/organise/{contest}/documents", "GET /api/v1/documents/{id}/file"],
        ["organise/{contest}/submissions"] = ["GET /api/v1/organise/{contest}/submissions",
            "POST /api/v1/organise/{contest}/rejudge", "POST /api/v1/organise/{contest}/ignored",
            "POST /api/v1/organise/{contest}/reinstated"],
        ["organise/{contest}/teams"] = ["GET /api/v1/organise/{contest}/teams",
            "POST /api/v1/organise/{contest}/ignored", "POST /api/v1/organise/{contest}/reinstated"],
    };

    /// <summary>Pages that a program has no use for: signing in by a form (it has a token), help, and what says no.</summary>
    public static IReadOnlyList<string> ForPeopleAlone { get; } = ["help", "join/{code?}", "sign-in", "sign-up", "sign-out", "not-allowed"];
}
