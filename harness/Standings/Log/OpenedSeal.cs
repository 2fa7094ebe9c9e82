using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>A seal with what is behind it, as a line of an export. The salt has the length of a hash and is written as one.</summary>
internal sealed record OpenedSeal(Digest Salt, Digest Seal, string Text)
{
    public static OpenedSeal Of(SealedText text) => new(new Digest(text.Salt), text.Seal, text.Text);
}
