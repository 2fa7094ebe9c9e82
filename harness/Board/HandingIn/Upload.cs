namespace Evaluator.Board.HandingIn;

/// <summary>What somebody hands in, before anything of it was read.</summary>
/// <param name="FileName">As the sender calls it.</param>
/// <param name="Remark">The sender's own words; may be empty.</param>
/// <param name="Key">The idempotency key; null where the sender has none.</param>
internal sealed record Upload(string? FileName, Stream Content, string? Remark, string? Key, bool? SingleModel)
{
    /// <summary>Null for a file out of a form, or a program's.</summary>
    public Origin? Origin { get; init; }
}
