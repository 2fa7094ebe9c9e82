using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Evaluator.Specs.HandingIn;

/// <summary>
/// Assemblies in which one text of some hundred thousand letters is the name of thousands of things: whoever reads each of them has read
/// gigabytes.
/// </summary>
internal static class LongNames
{
    private const int Letters = 400_000, Rows = 8_000;

    public static byte[] Of(string kind)
    {
        var metadata = new MetadataBuilder();
        StringHandle text = metadata.GetOrAddString(new string('n', Letters)), name = metadata.GetOrAddString("P");
        metadata.AddModule(0, name, metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        AssemblyDefinitionHandle assembly =
            metadata.AddAssembly(name, new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        Type(metadata, default, metadata.GetOrAddString("<Module>"));
        switch (kind)
        {
            case "spaces of classes":
                for (int i = 0; i < Rows; i++)
                    Type(metadata, text, metadata.GetOrAddString("BostonRiskPredictor"));
                break;
            case "spaces of other classes":
                for (int i = 0; i < Rows; i++)
                    Type(metadata, text, metadata.GetOrAddString("bostonRiskPredictor"));
                break;
            case "the class":
                Type(metadata, text, metadata.GetOrAddString("BostonRiskPredictor"));
                break;
            case "references":
                for (int i = 0; i < Rows; i++)
                    Reference(metadata, text);
                break;
            case "attributes":
                TypeReferenceHandle attribute = metadata.AddTypeReference(Reference(metadata, name), text, text);
                MemberReferenceHandle constructor =
                    metadata.AddMemberReference(attribute, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(Constructor));
                for (int i = 0; i < Rows; i++)
                    metadata.AddCustomAttribute(assembly, constructor, metadata.GetOrAddBlob((byte[])[1, 0, 0, 0]));
                break;
            case "types of parameters":
                Type(metadata, default, metadata.GetOrAddString("BostonRiskPredictor"));
                metadata.AddTypeReference(Reference(metadata, name), text, text);
                Method(metadata, ".ctor", Constructor, MethodAttributes.SpecialName | MethodAttributes.RTSpecialName);
                for (int i = 0; i < Rows; i++)
                    Method(metadata, "setup", ManyParameters, default);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such assembly");
        }
        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage),
            new MetadataRootBuilder(metadata, suppressValidation: true), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }

    private static readonly byte[] Constructor = [0x20, 0, 0x01];

    /// <summary>An instance method that gives a number for a hundred objects of the first type that is referred to.</summary>
    private static readonly byte[] ManyParameters =
        [0x20, 100, 0x08, .. Enumerable.Range(0, 200).Select(i => (byte)(i % 2 == 0 ? 0x12 : 0x05))];

    private static void Type(MetadataBuilder metadata, StringHandle space, StringHandle name) => metadata.AddTypeDefinition(
        TypeAttributes.Public, space, name, default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

    private static AssemblyReferenceHandle Reference(MetadataBuilder metadata, StringHandle name) =>
        metadata.AddAssemblyReference(name, new Version(1, 0), default, default, default, default);

    private static void Method(MetadataBuilder metadata, string name, byte[] signature, MethodAttributes more) =>
        metadata.AddMethodDefinition(MethodAttributes.Public | more, MethodImplAttributes.IL, metadata.GetOrAddString(name),
            metadata.GetOrAddBlob(signature), bodyOffset: -1, MetadataTokens.ParameterHandle(1));
}
