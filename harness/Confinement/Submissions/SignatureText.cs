using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Evaluator.Confinement.Submissions;

/// <summary>Writes a method signature's types as C# would, for comparison and for messages.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureText Instance = new();

    public string GetPrimitiveType(PrimitiveTypeCode code) => code switch
    {
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.Double => "double",
        PrimitiveTypeCode.String => "string",
        PrimitiveTypeCode.Single => "float",
        PrimitiveTypeCode.Int64 => "long",
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.Void => "void",
        PrimitiveTypeCode.Object => "object",
        _ => code.ToString(),
    };

    public string GetSZArrayType(string element) => element + "[]";

    public string GetArrayType(string element, ArrayShape shape) => $"{element}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string element) => "ref " + element;

    public string GetPointerType(string element) => element + "*";

    public string GetPinnedType(string element) => element;

    public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> arguments) =>
        $"{genericType}<{string.Join(",", arguments)}>";

    public string GetGenericMethodParameter(object? context, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? context, int index) => "!" + index;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte kind) =>
        MetadataText.Told(reader, reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte kind) =>
        MetadataText.Told(reader, reader.GetTypeReference(handle).Name);

    /// <summary>Not looked up: a specification may refer to itself, and none of the contract's types is one.</summary>
    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte kind) =>
        "a constructed type";
}
