using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Holds an assembly against the predictor's interface (CONTEST.md) by its metadata alone: nothing of it is loaded or run here.
/// </summary>
internal static partial class PredictorContract
{
    private const string ClassName = "BostonRiskPredictor";

    private static readonly string Nine = string.Join(",", Enumerable.Repeat("string[]", 9));

    private static readonly (string Name, string Signature)[] Methods =
    [
        ("setup", $"int({Nine})"),
        ("receiveEvents", "int(string,int,string[],string[],string[],string[])"),
        ("predict", "double[](string,int,string[])"),
    ];

    /// <summary>
    /// Bytes that the signature of any method of the contract takes are fewer by far; of longer ones each level costs the reader a frame of
    /// its stack.
    /// </summary>
    private const int MostBytesOfSignature = 256;

    /// <summary>Classes that are told of in a message, and methods of one name that are looked at: nobody has more by chance.</summary>
    private const int MostTold = 10;

    private const int MostCharactersOfSignature = 300;

    /// <param name="name">What the assembly is called in messages.</param>
    /// <param name="closure">The assembly, and the libraries beside it that its class may inherit from.</param>
    /// <returns>The full name of the predictor's class.</returns>
    /// <exception cref="SubmissionRejectedException">The file is not an assembly that can be run, or has no such class.</exception>
    public static string FindClass(string name, IReadOnlyList<ClosureFile> closure)
    {
        try
        {
            using var image = new PEReader(new MemoryStream(closure[0].Content, writable: false));
            using var ancestry = new Ancestry(closure);
            _ = image.PEHeaders;
            return Parser.Read(name, () => FindClass(name, image, ancestry));
        }
        catch (BadImageFormatException)
        {
            throw new SubmissionRejectedException(
                $"{name} is not a .NET assembly (no valid image); hand in the DLL that `dotnet build` makes.");
        }
    }

    private static string FindClass(string name, PEReader image, Ancestry ancestry)
    {
        if (!image.HasMetadata)
            throw new SubmissionRejectedException($"{name} is a native library; a .NET assembly is needed.");
        RequireArchitecture(image.PEHeaders);
        MetadataReader metadata = image.GetMetadataReader();
        if (!metadata.IsAssembly)
            throw new SubmissionRejectedException($"{name} is a module without a manifest; a .NET assembly is needed.");
        RequireFramework(metadata);
        TypeDefinition type = OnlyClass(metadata, out string fullName);
        RequireConstructor(metadata, type, fullName);
        foreach ((string method, string signature) in Methods)
            RequireMethod(ancestry.Methods(metadata, type), method, signature);
        return fullName;
    }

    private static void RequireArchitecture(PEHeaders headers)
    {
        bool any = headers.CoffHeader.Machine == Machine.I386 && (headers.CorHeader!.Flags & CorFlags.Requires32Bit) == 0;
        Machine here = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Machine.Arm64 : Machine.Amd64;
        // A ReadyToRun image for Linux carries its machine number xor 0x7B79; it is IL as well and is judged by the number inside.
        Machine found = (Machine)((ushort)headers.CoffHeader.Machine ^ 0x7B79) is Machine.Amd64 or Machine.Arm64
            ? (Machine)((ushort)headers.CoffHeader.Machine ^ 0x7B79)
            : headers.CoffHeader.Machine;
        if (!any && found != here)
            throw new SubmissionRejectedException($"the assembly is built for {found}; build it for AnyCPU (this machine is {here}).");
    }

    private static void RequireFramework(MetadataReader metadata)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (!IsOfFramework(metadata, attribute))
                continue;
            BlobReader value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            string framework = value.ReadSerializedString() ?? "";
            Match match = FrameworkName().Match(framework);
            string told = MetadataText.Told(framework);
            string needed = $".NET {Environment.Version.Major}.0 or older (net{Environment.Version.Major}.0)";
            if (framework.StartsWith(".NETCoreApp,", StringComparison.Ordinal) && !IsKnown(match))
                throw new SubmissionRejectedException($"the assembly targets {told}; {needed} is needed.");
            if (framework.StartsWith(".NETFramework", StringComparison.Ordinal))
                throw new SubmissionRejectedException(
                    $"the assembly targets the Windows-only {told}; {needed} is needed.");
            return;
        }
    }

    /// <summary>A version that is none, or that no number holds, is none of those that have been.</summary>
    private static bool IsKnown(Match framework) =>
        framework.Success && int.TryParse(framework.Groups["major"].Value, CultureInfo.InvariantCulture, out int major)
        && major <= Environment.Version.Major;

    private static bool IsOfFramework(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
            return false;
        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "TargetFrameworkAttribute")
            && metadata.StringComparer.Equals(type.Namespace, "System.Runtime.Versioning");
    }

    private static TypeDefinition OnlyClass(MetadataReader metadata, out string fullName)
    {
        var found = new List<TypeDefinition>();
        var near = new List<TypeDefinition>();
        var others = new List<TypeDefinition>();
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if (metadata.StringComparer.Equals(type.Name, ClassName, ignoreCase: true))
                (WhyNot(metadata, type) is null ? found : near).Add(type);
            else if (!type.IsNested && (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                others.Add(type);
        }
        if (found.Count == 1)
        {
            fullName = MetadataText.FullName(metadata, found[0]);
            return found[0];
        }
        string problem = found.Count > 1
            ? $"there are {found.Count} public classes of that name: "
                + string.Join(", ", found.Take(MostTold).Select(type => MetadataText.Told(metadata, type)))
            : near.Count == 0 ? OthersFound(metadata, others) : "found only " + string.Join(
                ", ", near.Take(MostTold).Select(type => $"{MetadataText.Told(metadata, type)} ({WhyNot(metadata, type)})"));
        throw new SubmissionRejectedException($"exactly one public, non-nested class `{ClassName}` is needed; {problem}.");
    }

    /// <summary>A misspelt name, or the wrong file: seen at a glance by what is there.</summary>
    private static string OthersFound(MetadataReader metadata, List<TypeDefinition> others)
    {
        if (others.Count == 0)
            return "found none, and no other public class";
        string names = string.Join(", ", others.Take(MostTold).Select(type => MetadataText.Told(metadata, type)));
        string more = others.Count > MostTold ? $" and {others.Count - MostTold} more" : "";
        return $"found none; the public classes are {names}{more}";
    }

    /// <summary>Why a class of about that name is not the one; null where it is.</summary>
    private static string? WhyNot(MetadataReader metadata, TypeDefinition type)
    {
        if (type.IsNested)
            return "nested";
        if ((type.Attributes & TypeAttributes.Abstract) != 0)
            return "abstract or static";
        if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
            return "not public";
        return metadata.StringComparer.Equals(type.Name, ClassName) ? null : "other spelling";
    }

    private static void RequireConstructor(MetadataReader metadata, TypeDefinition type, string fullName)
    {
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (metadata.StringComparer.Equals(method.Name, ".ctor") && IsPublicInstance(method) && TakesNothing(metadata, method))
                return;
        }
        throw new SubmissionRejectedException($"`{fullName}` has no public constructor without parameters.");
    }

    private static void RequireMethod(
        IEnumerable<(MetadataReader Metadata, MethodDefinition Method)> methods, string name, string needed)
    {
        var found = new List<string>();
        foreach ((MetadataReader metadata, MethodDefinition method) in methods)
        {
            if (!metadata.StringComparer.Equals(method.Name, name, ignoreCase: true))
                continue;
            if (found.Count == MostTold)
            {
                found.Add("and more of them");
                break;
            }
            string methodName = metadata.GetString(method.Name);
            MethodSignature<string>? signature = SignatureOf(metadata, method);
            string text = signature is { } read ? $"{read.ReturnType}({string.Join(",", read.ParameterTypes)})" : "of far too many types";
            if (methodName == name && text == needed && IsPublicInstance(method) && signature is { GenericParameterCount: 0 })
                return;
            string told = MetadataText.Told(text, MostCharactersOfSignature);
            found.Add($"{(IsPublicInstance(method) ? "" : "not a public instance method: ")}{methodName}: {told}");
        }
        string problem = found.Count == 0 ? "found no method of that name" : $"found {string.Join("; ", found)}";
        throw new SubmissionRejectedException($"a public method `{name}` of the form {needed} is needed; {problem}.");
    }

    private static bool TakesNothing(MetadataReader metadata, MethodDefinition method)
    {
        BlobReader signature = metadata.GetBlobReader(method.Signature);
        return !signature.ReadSignatureHeader().IsGeneric && signature.ReadCompressedInteger() == 0;
    }

    /// <returns>Null for one that is too long to be any of ours.</returns>
    private static MethodSignature<string>? SignatureOf(MetadataReader metadata, MethodDefinition method) =>
        metadata.GetBlobReader(method.Signature).Length > MostBytesOfSignature
        ? null
        : method.DecodeSignature(SignatureText.Instance, null);

    private static bool IsPublicInstance(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
        && (method.Attributes & MethodAttributes.Static) == 0;

    [GeneratedRegex(@"^\.NETCoreApp,Version=v(?<major>[0-9]+)\.[0-9]+\z")]
    private static partial Regex FrameworkName();
}
