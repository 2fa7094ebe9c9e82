namespace Evaluator.Board.Repositories;

/// <summary>
/// What a host says that a delivery is about, in the header that it has for it. The body alone does not tell: "create" and "delete" of
/// GitHub and Gitea name a ref, and are no push.
/// </summary>
/// <param name="Kind">What becomes of it here.</param>
/// <param name="Name">The host's own word.</param>
internal sealed record HookEvent(HookEventKind Kind, string Name)
{
    private const int LongestName = 40;

    /// <param name="header">Gives a header's value; null where there is none.</param>
    /// <returns>A push where the host names nothing: then the body is all there is to go by.</returns>
    public static HookEvent Of(string provider, Func<string, string?> header)
    {
        string name = (provider switch
        {
            "github" => header("X-GitHub-Event"),
            "gitlab" => header("X-Gitlab-Event"),
            "forgejo" => header("X-Forgejo-Event") ?? header("X-Gitea-Event"),
            _ => header("X-Gitea-Event"),
        } ?? "").Trim();
        HookEventKind kind = name switch
        {
            "" or "push" or "Push Hook" or "Tag Push Hook" => HookEventKind.Push,
            "ping" => HookEventKind.Ping,
            _ => HookEventKind.Other,
        };
        return new HookEvent(kind, name.Length > LongestName ? name[..LongestName] + "…" : name);
    }
}
