using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// The lines of a .NET predictor's source, out of its portable PDB. That stays on this side of the wire: shown to the worker it would be
/// room for data beyond the megabyte that is allowed, uncounted and unhashed.
/// </summary>
/// <param name="symbols">Asked once, when something failed; null where there are none.</param>
public sealed partial class DotNetLines(Func<byte[]?> symbols) : IDisposable
{
    private const int MostCharactersOfName = 100;

    private readonly Lazy<MetadataReaderProvider?> provider = new(() => Open(symbols()));

    /// <summary>
    /// What a worker told, with a file and a line in place of each [method token+IL offset]; with nothing where it is not known.
    /// </summary>
    public string In(string told) => Position().Replace(told, found =>
        LineOf(Number(found.Groups["token"]), Number(found.Groups["offset"])) is { } line ? $" ({line})" : "");

    public void Dispose()
    {
        if (provider.IsValueCreated)
            provider.Value?.Dispose();
    }

    private static MetadataReaderProvider? Open(byte[]? pdb) =>
        pdb is null ? null : MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb, writable: false));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private string? LineOf(int token, int offset)
    {
        try
        {
            MetadataReader? reader = provider.Value?.GetMetadataReader();
            if (reader is null || MetadataTokens.GetRowNumber(MetadataTokens.EntityHandle(token)) > reader.MethodDebugInformation.Count)
                return null;
            MethodDebugInformation method =
                reader.GetMethodDebugInformation(((MethodDefinitionHandle)MetadataTokens.EntityHandle(token)).ToDebugInformationHandle());
            SequencePoint? last = null;
            foreach (SequencePoint point in method.GetSequencePoints())
            {
                if (point.Offset > offset)
                    break;
                if (!point.IsHidden)
                    last = point;
            }
            return last is not { } at ? null : $"{NameOf(reader.GetString(reader.GetDocument(at.Document).Name))}:{at.StartLine}";
        }
        // A PDB that was handed in may hold anything.
        catch (Exception damaged)
            when (damaged is BadImageFormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static string NameOf(string path)
    {
        string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length > MostCharactersOfName ? name[..MostCharactersOfName] : name;
    }

    [GeneratedRegex(@" \[0x(?<token>06[0-9a-f]{6})\+0x(?<offset>[0-9a-f]{1,7})\]")]
    private static partial Regex Position();
}
