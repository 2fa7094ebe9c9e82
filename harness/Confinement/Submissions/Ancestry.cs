using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// A type and its base classes, in its own assembly and in the libraries handed in beside it, by metadata alone. What derives from a class
/// of the
/// framework ends there: none of those has a method of the contract.
/// </summary>
internal sealed class Ancestry(IReadOnlyList<ClosureFile> closure) : IDisposable
{
    /// <summary>A damaged image may name a type as its own base.</summary>
    private const int Deepest = 64;

    private readonly Dictionary<string, PEReader?> libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every method of the type and of its bases, the nearest first, with the metadata it stands in.</summary>
    /// <exception cref="BadImageFormatException">The assembly or a library is damaged.</exception>
    public IEnumerable<(MetadataReader Metadata, MethodDefinition Method)> Methods(MetadataReader metadata, TypeDefinition type)
    {
        for (int depth = 0; depth < Deepest; depth++)
        {
            foreach (MethodDefinitionHandle method in type.GetMethods())
                yield return (metadata, metadata.GetMethodDefinition(method));
            if (BaseOf(metadata, type) is not var (baseMetadata, baseType))
                yield break;
            (metadata, type) = (baseMetadata, baseType);
        }
    }

    public void Dispose()
    {
        foreach (PEReader? library in libraries.Values)
            library?.Dispose();
    }

    private (MetadataReader, TypeDefinition)? BaseOf(MetadataReader metadata, TypeDefinition type)
    {
        if (type.BaseType.IsNil)
            return null;
        if (type.BaseType.Kind == HandleKind.TypeDefinition)
            return (metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)type.BaseType));
        if (type.BaseType.Kind != HandleKind.TypeReference)
            return null;
        TypeReference reference = metadata.GetTypeReference((TypeReferenceHandle)type.BaseType);
        if (reference.ResolutionScope.Kind != HandleKind.AssemblyReference)
            return null;
        AssemblyReference assembly = metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
        if (MetadataText.Short(metadata, assembly.Name) is not { } library || Open(library) is not { HasMetadata: true } image)
            return null;
        MetadataReader found = image.GetMetadataReader();
        if (MetadataText.Short(metadata, reference.Namespace) is not { } space
            || MetadataText.Short(metadata, reference.Name) is not { } name)
            return null;
        foreach (TypeDefinitionHandle handle in found.TypeDefinitions)
        {
            TypeDefinition candidate = found.GetTypeDefinition(handle);
            if (found.StringComparer.Equals(candidate.Name, name) && found.StringComparer.Equals(candidate.Namespace, space))
                return (found, candidate);
        }
        return null;
    }

    private PEReader? Open(string library)
    {
        if (libraries.TryGetValue(library, out PEReader? known))
            return known;
        ClosureFile file =
            closure.FirstOrDefault(one => Path.GetFileName(one.Name).Equals(library + ".dll", StringComparison.OrdinalIgnoreCase));
        PEReader? image = file.Content is null ? null : new PEReader(new MemoryStream(file.Content, writable: false));
        libraries.Add(library, image);
        return image;
    }
}
