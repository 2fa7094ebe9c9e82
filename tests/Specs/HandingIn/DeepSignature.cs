using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Evaluator.Specs.HandingIn;

/// <summary>
/// Assemblies whose <c>setup</c> has a signature that no compiler writes: whoever reads it by recursion has no stack left.
/// </summary>
internal static class DeepSignature
{
    private const byte Instance = 0x20, OneParameter = 1, Void = 0x01, Int32 = 0x08, Modified = 0x1f, Array = 0x1d;

    /// <summary>Of an array of arrays of arrays …</summary>
    public static byte[] Assembly(int depth) => With(metadata =>
    {
        var signature = new BlobBuilder();
        signature.WriteBytes((byte[])[Instance, OneParameter, Int32, .. Enumerable.Repeat(Array, depth), Int32]);
        return metadata.GetOrAddBlob(signature);
    });

    /// <summary>Of a number that is modified by a specification, which is a number that is modified by that same specification.</summary>
    public static byte[] OfItself() => With(metadata =>
    {
        const byte firstSpecification = 1 << 2 | 2;    // TypeDefOrRefOrSpecEncoded (ECMA-335, II.23.2.8)
        metadata.AddTypeSpecification(metadata.GetOrAddBlob((byte[])[Modified, firstSpecification, Int32]));
        return metadata.GetOrAddBlob((byte[])[Instance, OneParameter, Int32, Modified, firstSpecification, Int32]);
    });

    private static byte[] With(Func<MetadataBuilder, BlobHandle> signature)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Deep.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Deep"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeDefinition(TypeAttributes.Public, default, metadata.GetOrAddString("BostonRiskPredictor"), default,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        Method(metadata, ".ctor", metadata.GetOrAddBlob((byte[])[Instance, 0, Void]), MethodAttributes.SpecialName
            | MethodAttributes.RTSpecialName);
        Method(metadata, "setup", signature(metadata), default);
        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage),
            new MetadataRootBuilder(metadata), new BlobBuilder())
            .Serialize(image);
        return image.ToArray();
    }

    private static void Method(MetadataBuilder metadata, string name, BlobHandle signature, MethodAttributes more) =>
        metadata.AddMethodDefinition(
        MethodAttributes.Public | more, MethodImplAttributes.IL, metadata.GetOrAddString(name), signature, bodyOffset: -1,
            MetadataTokens.ParameterHandle(1));
}
