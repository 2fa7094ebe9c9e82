using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// The portable PDB of an assembly that was handed in: inside it, or beside it under its name. Read only when something failed, to say in
/// which line; it is no part of the submission, and no worker sees it.
/// </summary>
internal static class SymbolFile
{
    private const int MostBytes = 16_000_000;

    private const int BytesOfIdentity = 20;

    /// <returns>Null where there is none that belongs to the assembly.</returns>
    public static byte[]? Of(string path, ClosureFile assembly)
    {
        try
        {
            return Parser.Read(assembly.Name, () => Inside(assembly.Content)) ?? Beside(ToolFinder.Resolve(path), assembly);
        }
        catch (Exception unusable) when (unusable is SubmissionRejectedException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static byte[]? Inside(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly, writable: false));
        foreach (DebugDirectoryEntry entry in image.ReadDebugDirectory())
        {
            const int sizeAt = 4;    // after "MPDB"
            if (entry.Type != DebugDirectoryEntryType.EmbeddedPortablePdb
                || BinaryPrimitives.ReadInt32LittleEndian(assembly.AsSpan(entry.DataPointer + sizeAt)) > MostBytes)
                continue;
            using MetadataReaderProvider inside = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            MetadataReader reader = inside.GetMetadataReader();
            unsafe
            {
                return new ReadOnlySpan<byte>(reader.MetadataPointer, reader.MetadataLength).ToArray();
            }
        }
        return null;
    }

    private static byte[]? Beside(string path, ClosureFile assembly)
    {
        using Intake folder = FolderIntake.Open(Path.GetDirectoryName(path)!);
        if (folder.Read(Path.ChangeExtension(Path.GetFileName(path), ".pdb"), MostBytes) is not { } file || file.Bytes > MostBytes)
            return null;
        return Parser.Read(file.Name, () => Belongs(file.Content, assembly.Content)) ? file.Content : null;
    }

    /// <summary>An older build's PDB would name wrong lines.</summary>
    private static bool Belongs(byte[] pdb, byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly, writable: false));
        DebugDirectoryEntry codeView = image.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb, writable: false));
        ReadOnlySpan<byte> identity = provider.GetMetadataReader().DebugMetadataHeader!.Id.AsSpan();
        return identity.Length == BytesOfIdentity && new Guid(identity[..16]) == image.ReadCodeViewDebugDirectoryData(codeView).Guid;
    }
}
