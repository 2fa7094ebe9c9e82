using System.Globalization;
using System.Text.Json.Nodes;
using Evaluator.Metrics;

namespace Evaluator.Challenges.Drafting;

/// <summary>A draft as <c>challenge.json</c> says it.</summary>
internal static class DraftDefinition
{
    public const string AnswersFile = "answers.csv", TestFile = "test.csv", RulesFile = "rules.md";

    private const int DaysOpen = 30;

    /// <summary>The whole definition.</summary>
    /// <param name="draft">What is proposed.</param>
    /// <param name="sets">A set a row, where the answers were split.</param>
    public static JsonObject Of(ChallengeDraft draft, string[]? sets)
    {
        string title = draft.Wishes.Title ?? draft.Wishes.Name;
        JsonObject table = new() { ["shape"] = draft.Shape.ToString().ToLowerInvariant(), ["key"] = draft.Key.Name };
        if (draft.Shape == TableShape.Picks)
            table["picks"] = draft.Picks;
        else
            (table["values"], table["truth"]) = (Texts(ValueColumns(draft)), draft.Truth.Name);
        (table["test"], table["answers"]) = (TestFile, AnswersFile);
        if (draft.Answers.Weight is { } weight)
            table["weight"] = weight.Name;
        if (sets is not null || draft.Answers.Set is not null)
            table["set"] = draft.Answers.Set?.Name ?? AnswerSplit.Column;
        return new JsonObject
        {
            ["name"] = draft.Wishes.Name,
            ["title"] = title,
            ["summary"] = draft.Shape == TableShape.Picks
                ? $"Pick {draft.Picks} of {draft.Answers.Rows}." : $"Predict {draft.Truth.Name}.",
            ["kind"] = "table",
            ["rules"] = new JsonObject { ["version"] = 1, ["file"] = RulesFile },
            ["columns"] = new JsonArray([.. draft.Metrics.Select(metric => ColumnOf(draft, metric.Metric, metric.Of))]),
            ["table"] = table,
            ["phases"] = new JsonArray(PhaseOf(draft, sets)),
        };
    }

    private static JsonObject ColumnOf(ChallengeDraft draft, MetricDefinition metric, ColumnProfile of)
    {
        JsonObject use = new() { ["name"] = metric.Name };
        if (metric.Input == MetricInput.Picks)
            use["of"] = of.Name;
        if (metric.NeedsQuantile)
            use["quantile"] = 0.5;
        bool isCounted = metric.Name == "count" || (metric.Name == "sum" && of.IsWhole);
        return new JsonObject
        {
            ["name"] = metric.Name,
            ["title"] = metric.Name == "sum" ? of.Name : metric.Title,
            ["better"] = metric.Direction == MetricDirection.Maximize ? "more" : "less",
            ["decimals"] = isCounted ? 0 : 5,
            ["metric"] = use,
        };
    }

    private static JsonObject PhaseOf(ChallengeDraft draft, string[]? sets)
    {
        JsonObject phase = new()
        {
            ["name"] = "main",
            ["title"] = "Main phase",
            ["opens"] = Time(draft.Wishes.Opens),
            ["closes"] = Time(draft.Wishes.Opens.AddDays(DaysOpen)),
            ["set"] = SetNames(draft, sets)[0],
        };
        if (SetNames(draft, sets) is [_, string final, ..])
            phase["finalSet"] = final;
        phase["quotas"] = new JsonObject { ["scored"] = new JsonObject { ["aDay"] = 10 } };
        phase["rank"] = new JsonArray(draft.Metrics[0].Metric.Name);
        return phase;
    }

    private static IReadOnlyList<string> SetNames(ChallengeDraft draft, string[]? sets)
    {
        if (sets is not null)
            return [AnswerSplit.Provisional, AnswerSplit.Final];
        if (draft.Answers.Set is not { } column)
            return [Tables.AnswerSet.All];
        string? provisional = column.Classes.FirstOrDefault(
            name => ((string[])[AnswerSplit.Provisional, "public"]).Contains(name, StringComparer.OrdinalIgnoreCase));
        return provisional is null ? column.Classes : [provisional, .. column.Classes.Where(name => name != provisional)];
    }

    /// <summary>The columns of a submission beside the key.</summary>
    public static IReadOnlyList<string> ValueColumns(ChallengeDraft draft) =>
        draft.Shape == TableShape.Probabilities ? draft.Truth.Classes : [draft.Truth.Name];

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
