using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Profiles;

/// <summary>How a signed profile is written: as the log is, so that one value has one text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(DecimalText), typeof(TimeText), typeof(DigestText)])]
[JsonSerializable(typeof(SignedProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
