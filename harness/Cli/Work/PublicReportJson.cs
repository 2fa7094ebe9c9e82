using System.Text.Json.Serialization;

namespace Evaluator.Cli.Work;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(PublicReport))]
internal sealed partial class PublicReportJson : JsonSerializerContext;
