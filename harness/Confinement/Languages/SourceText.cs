using System.Text;
using System.Text.Unicode;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// A source file as UTF-8 without a mark, which every compiler takes: javac knows no mark and refuses an accent of Latin-1 in a comment,
/// g++
/// passes it on, csc guesses. What was handed in is hashed as it came.
/// </summary>
internal static class SourceText
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("This .NET has no Windows-1252.");

    public static byte[] AsUtf8(byte[] source)
    {
        ReadOnlySpan<byte> bytes = source;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return source[Encoding.UTF8.Preamble.Length..];
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        return Utf8.IsValid(bytes) ? source : Encoding.UTF8.GetBytes(Windows1252.GetString(bytes));
    }
}
