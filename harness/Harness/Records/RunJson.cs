using System.Text.Json.Serialization;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Records;

/// <summary>How the files of a run folder are written: made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(CaseResult))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(RunTimings))]
[JsonSerializable(typeof(FaultRecord))]
[JsonSerializable(typeof(PublicSummary))]
[JsonSerializable(typeof(Verification))]
public sealed partial class RunJson : JsonSerializerContext
{
    public static RunJson Readable { get; } = new(ReadableJson.Options());
}
