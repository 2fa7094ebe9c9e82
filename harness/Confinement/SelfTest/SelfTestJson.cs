using System.Text.Json.Serialization;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.SelfTest;

/// <summary>How a self-test's findings are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(SandboxRecord))]
[JsonSerializable(typeof(IReadOnlyList<BareStart>))]
public sealed partial class SelfTestJson : JsonSerializerContext
{
    public static SelfTestJson Readable { get; } = new(ReadableJson.Options());
}
