using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;

namespace Evaluator.Board.Rewards;

/// <summary>A rule as an organiser types it; empty fields are left out. What a rule may look like, the reader of challenges says.</summary>
internal sealed record RuleForm
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Phase { get; init; }

    public string? Kind { get; init; }

    public string? Column { get; init; }

    public string? Amount { get; init; }

    public string? Threshold { get; init; }

    public string? Once { get; init; }

    public string? Delta { get; init; }

    public string? Rate { get; init; }

    public string? Cap { get; init; }

    public string? Profile { get; init; }

    public string? Seconds { get; init; }

    public string? Place { get; init; }

    public string? Share { get; init; }

    public bool AllAboveBaseline { get; init; }

    public static RuleForm Of(RewardRule rule) => new()
    {
        Name = rule.Name,
        Title = rule.Title,
        Phase = rule.Phase,
        Kind = rule.Kind.ToString(),
        Column = rule.Column,
        Amount = Text(rule.Amount),
        Threshold = Text(rule.Threshold),
        Once = rule.Scope == RewardScope.Team ? "team" : "rule",
        Delta = Text(rule.Delta),
        Rate = Text(rule.Rate),
        Cap = Text(rule.Cap),
        Profile = rule.Profile,
        Seconds = Text(rule.Seconds),
        Place = Text(rule.Place),
        Share = Text(rule.Share),
        AllAboveBaseline = rule.AllAboveBaseline,
    };

    /// <summary>The rule in the form of <c>challenge.json</c>; a field that is no number stays the text that it is, for the reader to
    /// name.</summary>
    public byte[] ToJson()
    {
        JsonObject rule = [];
        foreach ((string name, string? text) in (IEnumerable<(string, string?)>)[("name", Name), ("title", Title), ("phase", Phase),
            ("rule", Kind), ("column", Column), ("once", Once), ("profile", Profile)])
            if (!string.IsNullOrWhiteSpace(text))
                rule[name] = text.Trim();
        foreach ((string name, string? text) in (IEnumerable<(string, string?)>)[("amount", Amount), ("threshold", Threshold),
            ("delta", Delta), ("rate", Rate), ("cap", Cap), ("seconds", Seconds), ("place", Place), ("share", Share)])
            if (!string.IsNullOrWhiteSpace(text))
                rule[name] = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                    ? JsonValue.Create(number) : JsonValue.Create(text);
        if (AllAboveBaseline)
            rule["allAboveBaseline"] = true;
        return JsonSerializer.SerializeToUtf8Bytes(rule);
    }

    /// <summary>What a field of the form is asked for, in the order in which it stands there.</summary>
    public static IEnumerable<(string Field, string Label, RewardNumbers Number)> Fields { get; } =
    [
        (nameof(Amount), "Points", RewardNumbers.Amount),
        (nameof(Threshold), "Threshold: the value to reach", RewardNumbers.Threshold),
        (nameof(Delta), "The least gain that pays", RewardNumbers.Delta),
        (nameof(Rate), "Points for each unit of gain", RewardNumbers.Rate),
        (nameof(Cap), "The most points for one submission (empty: no limit)", RewardNumbers.Cap),
        (nameof(Seconds), "The most CPU seconds of the slowest case", RewardNumbers.Seconds),
        (nameof(Place), "The place that is paid, 1 for the first", RewardNumbers.Place),
        (nameof(Share), "The share of who it is based on, between 0 and 1", RewardNumbers.Share),
    ];

    public string? this[string field] => field switch
    {
        nameof(Amount) => Amount,
        nameof(Threshold) => Threshold,
        nameof(Delta) => Delta,
        nameof(Rate) => Rate,
        nameof(Cap) => Cap,
        nameof(Seconds) => Seconds,
        nameof(Place) => Place,
        nameof(Share) => Share,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field for a number"),
    };

    private static string? Text(decimal? number) => number is null or 0 ? null : number.Value.ToString(CultureInfo.InvariantCulture);
}
