namespace Evaluator.Confinement.Submissions;

/// <summary>A file that somebody handed in, read.</summary>
/// <param name="Name">Relative to the root of what was handed in, with forward slashes.</param>
/// <param name="Bytes">Its size, as far as anybody counted: at least this.</param>
/// <param name="Content">The file, or its beginning where it is longer than whoever read it wanted.</param>
internal readonly record struct HandedInFile(string Name, long Bytes, byte[] Content)
{
    public bool IsWhole => Content.LongLength == Bytes;
}
