using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Log;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(DigestText)])]
[JsonSerializable(typeof(OpenedSeal))]
internal sealed partial class SealJson : JsonSerializerContext;
