namespace Evaluator.Board.People;

/// <summary>A token without its secret: whose it is (none: a worker's), what it may be used for, until when.</summary>
internal sealed record Token(string Id, string? Account, string Name, string SecretSha256, string Scope, long Created, long Expires,
    long? LastUsed, long? Revoked)
{
    public bool IsUsable(long now) => Revoked is null && now < Expires;
}
