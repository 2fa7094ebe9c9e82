using System.Text.Json.Serialization;
using Evaluator.Confinement.Disk;

namespace Evaluator.Harness.Fast;

/// <summary>How the file of a fast run is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(FastResult))]
public sealed partial class FastJson : JsonSerializerContext
{
    public static FastJson Readable { get; } = new(ReadableJson.Options());
}
