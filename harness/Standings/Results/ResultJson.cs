using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Results;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(DecimalText), typeof(NumberText)])]
[JsonSerializable(typeof(ResultValues))]
[JsonSerializable(typeof(CaseVector))]
internal sealed partial class ResultJson : JsonSerializerContext;
