using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Jobs;

/// <summary>How board and worker write to each other: made at compile time, camel case, kinds by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeaseRequest))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(HeartbeatRequest))]
[JsonSerializable(typeof(HeartbeatAnswer))]
[JsonSerializable(typeof(PlanReport))]
[JsonSerializable(typeof(CaseReport))]
[JsonSerializable(typeof(MergeReport))]
[JsonSerializable(typeof(FaultReport))]
[JsonSerializable(typeof(IReadOnlyList<RunFile>))]
[JsonSerializable(typeof(EvaluationOrder))]
[JsonSerializable(typeof(DataReference))]
[JsonSerializable(typeof(IReadOnlyList<AnswerReference>))]
[JsonSerializable(typeof(FetchOffer))]
[JsonSerializable(typeof(FetchOrder))]
[JsonSerializable(typeof(FetchReport))]
[JsonSerializable(typeof(FetchRefusal))]
public sealed partial class JobsJson : JsonSerializerContext;
