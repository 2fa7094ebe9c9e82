namespace Evaluator.Board.People;

/// <summary>A link that makes an account: the role it gives, the contest it leads to, how often and how long it works.</summary>
internal sealed record Invitation(
    string CodeSha256, string Role, string? Contest, string Note, long UsesLeft, string? MadeBy, long Created, long Expires, long? Revoked)
{
    public bool IsUsable(long now) => UsesLeft > 0 && Revoked is null && now < Expires;
}
