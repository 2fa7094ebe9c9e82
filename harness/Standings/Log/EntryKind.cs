using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Log;

/// <summary>The kinds of entry: their names in the log, and how their bodies are written.</summary>
public static class EntryKind
{
    private static readonly (string Name, JsonTypeInfo Type)[] All =
    [
        ("contest-set", EntryJson.Default.ContestSet),
        ("phase-set", EntryJson.Default.PhaseSet),
        ("rule-set", EntryJson.Default.RuleSet),
        ("rules-accepted", EntryJson.Default.RulesAccepted),
        ("baseline-set", EntryJson.Default.BaselineSet),
        ("team-made", EntryJson.Default.TeamMade),
        ("member-joined", EntryJson.Default.MemberJoined),
        ("member-left", EntryJson.Default.MemberLeft),
        ("submission-accepted", EntryJson.Default.SubmissionAccepted),
        ("parent-declared", EntryJson.Default.ParentDeclared),
        ("evaluation-recorded", EntryJson.Default.EvaluationRecorded),
        ("unsettled", EntryJson.Default.Unsettled),
        ("withdrawn", EntryJson.Default.Withdrawn),
        ("ignored", EntryJson.Default.Ignored),
        ("reinstated", EntryJson.Default.Reinstated),
        ("selected", EntryJson.Default.Selected),
        ("attested", EntryJson.Default.Attested),
        ("frozen", EntryJson.Default.Frozen),
        ("published", EntryJson.Default.Published),
        ("rejudge-applied", EntryJson.Default.RejudgeApplied),
        ("award", EntryJson.Default.Award),
        ("reversal", EntryJson.Default.Reversal),
        ("grant", EntryJson.Default.Grant),
        ("liked", EntryJson.Default.Liked),
        ("unliked", EntryJson.Default.Unliked),
        ("answers-committed", EntryJson.Default.AnswersCommitted),
        ("answers-revealed", EntryJson.Default.AnswersRevealed),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> Types = All.ToFrozenDictionary(kind => kind.Name, kind => kind.Type, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Type)> Kinds = All.ToFrozenDictionary(kind => kind.Type.Type);

    /// <summary>The names of all kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(kind => kind.Name)];

    public static string NameOf(EntryBody body) => Kinds[body.GetType()].Name;

    internal static JsonTypeInfo TypeOf(EntryBody body) => Kinds[body.GetType()].Type;

    /// <returns>Null where there is no such kind.</returns>
    internal static JsonTypeInfo? TypeOf(string kind) => Types.GetValueOrDefault(kind);
}
