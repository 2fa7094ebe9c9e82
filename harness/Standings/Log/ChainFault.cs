namespace Evaluator.Standings.Log;

/// <summary>An entry that does not follow the one before it, or is not what was hashed.</summary>
public sealed record ChainFault(long Seq, string What)
{
    public override string ToString() => $"entry {Seq} {What}";
}
