using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Cli.Boards;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ContestOnBoard>))]
[JsonSerializable(typeof(ContestOnBoard))]
[JsonSerializable(typeof(TakenSubmission))]
[JsonSerializable(typeof(KeyOnBoard))]
[JsonSerializable(typeof(SubmissionOnBoard))]
[JsonSerializable(typeof(WantedCommit))]
[JsonSerializable(typeof(TakenCommit))]
[JsonSerializable(typeof(DeliveryOnBoard))]
internal sealed partial class BoardJson : JsonSerializerContext;
