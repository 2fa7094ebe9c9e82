using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Log;

/// <summary>How bodies are written: made at compile time; an unknown or missing member is an error, never a guess.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(DecimalText), typeof(TimeText), typeof(DigestText)])]
[JsonSerializable(typeof(ContestSet))]
[JsonSerializable(typeof(PhaseSet))]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(RulesAccepted))]
[JsonSerializable(typeof(BaselineSet))]
[JsonSerializable(typeof(TeamMade))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(MemberLeft))]
[JsonSerializable(typeof(SubmissionAccepted))]
[JsonSerializable(typeof(ParentDeclared))]
[JsonSerializable(typeof(EvaluationRecorded))]
[JsonSerializable(typeof(Unsettled))]
[JsonSerializable(typeof(Withdrawn))]
[JsonSerializable(typeof(Ignored))]
[JsonSerializable(typeof(Reinstated))]
[JsonSerializable(typeof(Selected))]
[JsonSerializable(typeof(Attested))]
[JsonSerializable(typeof(Frozen))]
[JsonSerializable(typeof(Published))]
[JsonSerializable(typeof(RejudgeApplied))]
[JsonSerializable(typeof(DocumentReceived))]
[JsonSerializable(typeof(ConflictDecided))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(Reversal))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(Liked))]
[JsonSerializable(typeof(Unliked))]
[JsonSerializable(typeof(AnswersCommitted))]
[JsonSerializable(typeof(AnswersRevealed))]
internal sealed partial class EntryJson : JsonSerializerContext;
