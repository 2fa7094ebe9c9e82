using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Log;

/// <summary>The kinds of entry: their names in the log, and how their bodies are written.</summary>
public static class EntryKind
{
    private static readonly (string Name, JsonTypeInfo Type)[] All =
    [
        ("contest-set", BodyType.Of<ContestSet>()),
        ("phase-set", BodyType.Of<PhaseSet>()),
        ("rule-set", BodyType.Of<RuleSet>()),
        ("rules-accepted", BodyType.Of<RulesAccepted>()),
        ("baseline-set", BodyType.Of<BaselineSet>()),
        ("team-made", BodyType.Of<TeamMade>()),
        ("member-joined", BodyType.Of<MemberJoined>()),
        ("member-left", BodyType.Of<MemberLeft>()),
        ("submission-accepted", BodyType.Of<SubmissionAccepted>()),
        ("parent-declared", BodyType.Of<ParentDeclared>()),
        ("evaluation-recorded", BodyType.Of<EvaluationRecorded>()),
        ("unsettled", BodyType.Of<Unsettled>()),
        ("withdrawn", BodyType.Of<Withdrawn>()),
        ("ignored", BodyType.Of<Ignored>()),
        ("reinstated", BodyType.Of<Reinstated>()),
        ("selected", BodyType.Of<Selected>()),
        ("attested", BodyType.Of<Attested>()),
        ("frozen", BodyType.Of<Frozen>()),
        ("published", BodyType.Of<Published>()),
        ("rejudge-applied", BodyType.Of<RejudgeApplied>()),
        ("document-received", BodyType.Of<DocumentReceived>()),
        ("conflict-decided", BodyType.Of<ConflictDecided>()),
        ("award", BodyType.Of<Award>()),
        ("reversal", BodyType.Of<Reversal>()),
        ("grant", BodyType.Of<Grant>()),
        ("liked", BodyType.Of<Liked>()),
        ("unliked", BodyType.Of<Unliked>()),
        ("answers-committed", BodyType.Of<AnswersCommitted>()),
        ("answers-revealed", BodyType.Of<AnswersRevealed>()),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> Types =
        All.ToFrozenDictionary(kind => kind.Name, kind => kind.Type, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Type)> Kinds = All.ToFrozenDictionary(kind => kind.Type.Type);

    /// <summary>The names of all kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(kind => kind.Name)];

    public static string NameOf(EntryBody body) => Kinds[body.GetType()].Name;

    internal static JsonTypeInfo TypeOf(EntryBody body) => Kinds[body.GetType()].Type;

    /// <returns>Null where there is no such kind.</returns>
    internal static JsonTypeInfo? TypeOf(string kind) => Types.GetValueOrDefault(kind);
}
