using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Timing;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Runs;

/// <summary>How the files of a run folder are written: made at compile time, camel case, indented, readable letters.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(CaseResult))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(FastResult))]
[JsonSerializable(typeof(RunTimings))]
[JsonSerializable(typeof(FaultRecord))]
[JsonSerializable(typeof(PublicSummary))]
[JsonSerializable(typeof(SandboxRecord))]
[JsonSerializable(typeof(IReadOnlyList<BareStart>))]
[JsonSerializable(typeof(Verification))]
public sealed partial class RunJson : JsonSerializerContext
{
    public static RunJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>A file's content: the JSON and a line feed.</summary>
    internal static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];
}
