using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Board.Repositories;

/// <summary>
/// How each host shows that a body is its own: over the raw bytes, compared in a time that tells nothing. GitHub: HMAC-SHA256 behind
/// "sha256="; Gitea and Forgejo: the same, bare; GitLab sends the secret itself.
/// </summary>
internal static class HookSignature
{
    private const string GitHubStart = "sha256=";

    /// <param name="header">Gives a header's value; null where there is none.</param>
    public static bool IsGood(string provider, Func<string, string?> header, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets)
    {
        bool isGood = false;
        foreach (string secret in secrets)
            isGood |= IsGood(provider, header, body, secret);
        return isGood;
    }

    /// <summary>The host's own id of the delivery; null where it sent none.</summary>
    public static string? DeliveryId(string provider, Func<string, string?> header) => provider switch
    {
        "github" => header("X-GitHub-Delivery"),
        "gitlab" => header("Idempotency-Key") ?? header("X-Gitlab-Event-UUID"),
        "forgejo" => header("X-Forgejo-Delivery") ?? header("X-Gitea-Delivery"),
        _ => header("X-Gitea-Delivery"),
    };

    private static bool IsGood(string provider, Func<string, string?> header, ReadOnlySpan<byte> body, string secret) => provider switch
    {
        "github" => header("X-Hub-Signature-256") is { } signed && signed.StartsWith(GitHubStart, StringComparison.Ordinal)
            && IsHmac(signed[GitHubStart.Length..], body, secret),
        "gitlab" => header("X-Gitlab-Token") is { } token && IsSame(token, secret),
        "forgejo" => (header("X-Forgejo-Signature") ?? header("X-Gitea-Signature")) is { } signed && IsHmac(signed, body, secret),
        _ => header("X-Gitea-Signature") is { } signed && IsHmac(signed, body, secret),
    };

    private static bool IsHmac(string hex, ReadOnlySpan<byte> body, string secret) =>
        IsSame(hex, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));

    private static bool IsSame(string found, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(found), Encoding.UTF8.GetBytes(expected));
}
