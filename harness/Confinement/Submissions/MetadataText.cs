using System.Reflection.Metadata;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Names in an assembly's metadata. One text of a megabyte can be the name of each of twenty thousand types, and so gigabytes would come
/// out of a small file: a name is compared where it lies, told by its beginning, and read as a whole only where it is short.
/// </summary>
internal static class MetadataText
{
    private const int MostTold = 100;

    /// <summary>Bytes; more than the compilers' own 1,023 for any name.</summary>
    private const int MostRead = 1024;

    /// <summary>For messages: its beginning, and nothing that repaints a terminal.</summary>
    public static string Told(MetadataReader metadata, StringHandle name)
    {
        BlobReader bytes = metadata.GetBlobReader(name);
        return Told(bytes.ReadUTF8(Math.Min(bytes.Length, 4 * MostTold)));
    }

    public static string Told(string text, int most = MostTold) => EscapedText.Of(text.Length > most ? text[..most] + " …" : text);

    public static string Told(MetadataReader metadata, TypeDefinition type) =>
        type.Namespace.IsNil ? Told(metadata, type.Name) : $"{Told(metadata, type.Namespace)}.{Told(metadata, type.Name)}";

    /// <returns>Null for one that is longer than any compiler writes.</returns>
    public static string? Short(MetadataReader metadata, StringHandle name) =>
        metadata.GetBlobReader(name).Length > MostRead ? null : metadata.GetString(name);

    /// <exception cref="SubmissionRejectedException">It is longer than any compiler writes.</exception>
    public static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        string? space = Short(metadata, type.Namespace), name = Short(metadata, type.Name);
        if (space is null || name is null)
            throw new SubmissionRejectedException(
                $"the name {Told(metadata, type)} is too long; at most {MostRead:N0} bytes are allowed.");
        return space.Length == 0 ? name : $"{space}.{name}";
    }
}
