using System.Text.Json.Nodes;

namespace Evaluator.Challenges.Reading;

/// <summary>A single reward rule as JSON, in the form that it has in <c>challenge.json</c>: there and back.</summary>
public static class RewardText
{
    private const string Where = "rule";

    /// <returns>Null where it is no rule; the faults say why.</returns>
    public static RewardRule? Read(
        byte[] utf8, IReadOnlyList<Column> columns, IReadOnlyList<Phase> phases, PredictorTask? predictor,
        out IReadOnlyList<ChallengeFault> faults)
    {
        List<ChallengeFault> found = [];
        faults = found;
        if (SourceTree.Read(utf8, Where, found) is not { } root)
            return null;
        RewardRule rule = new RewardReader(columns, phases, predictor).One(new SourceObject(root, "", Where, found));
        return found.Count == 0 ? rule : null;
    }

    /// <summary>The members that its kind takes, and no others.</summary>
    public static JsonObject Write(RewardRule rule)
    {
        JsonObject text = new() { ["name"] = rule.Name, ["title"] = rule.Title, ["phase"] = rule.Phase, ["rule"] = rule.Kind.ToString() };
        Add(rule.Column is not null, "column", rule.Column);
        Add(rule.Kind.Takes(RewardNumbers.Amount), "amount", rule.Amount);
        Add(rule.Threshold is not null, "threshold", rule.Threshold);
        Add(rule.Kind.Takes(RewardNumbers.Scope), "once", rule.Scope == RewardScope.Team ? "team" : "rule");
        Add(rule.Delta is not null, "delta", rule.Delta);
        Add(rule.Rate is not null, "rate", rule.Rate);
        Add(rule.Cap is not null, "cap", rule.Cap);
        Add(rule.Profile is not null, "profile", rule.Profile);
        Add(rule.Seconds is not null, "seconds", rule.Seconds);
        Add(rule.Place is not null, "place", rule.Place);
        Add(rule.Share is not null, "share", rule.Share);
        Add(rule.Kind.Takes(RewardNumbers.AllAboveBaseline), "allAboveBaseline", rule.AllAboveBaseline);
        return text;

        void Add(bool has, string name, JsonNode? value)
        {
            if (has)
                text[name] = value;
        }
    }
}
