using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluator.Harbour.Strategies;

namespace Evaluator.Harbour.Files;

/// <summary>The challenge's <c>challenge.json</c>: 400 picks, kilos and their worth on the street, the customs as the baseline,
/// walk-in.</summary>
internal static class Definition
{
    public const string CustomsFile = "douane-rotterdam.csv", AnswersFile = "answers.csv";

    public const string PictureFile = "harbour.svg", RulesFile = "rules.md";

    public const string LiveSet = "live", FinalSet = "final", SetColumn = "set";

    /// <summary>What the one set of answers that are not divided is called.</summary>
    private const string WholeSet = "all";

    private const int EurosAKilo = 50_000;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(HarbourOptions options, Texts texts)
    {
        Dictionary<string, string> words = texts.Sections("words.txt")
            .ToDictionary(section => section.Name, section => section.Text, StringComparer.Ordinal);
        var definition = new JsonObject
        {
            ["name"] = "coke-haven",
            ["title"] = words["title"],
            ["summary"] = words["summary"],
            ["language"] = texts.Tag,
            ["kind"] = "table",
            ["signIn"] = "walk-in",
            ["picture"] = new JsonObject { ["file"] = PictureFile, ["text"] = words["picture"] },
            ["tags"] = new JsonObject
            {
                ["domain"] = new JsonArray("logistics"),
                ["skill"] = new JsonArray("classification"),
                ["kind"] = new JsonArray("tables"),
            },
            ["easyStart"] = StarterZip.Name,
            ["rules"] = new JsonObject { ["version"] = 1, ["file"] = RulesFile },
            ["table"] = Task(options),
            ["columns"] = new JsonArray(Kilos(words, texts)),
            ["phases"] = new JsonArray(Phase(options, words)),
            ["baselines"] = new JsonArray(new JsonObject { ["name"] = "douane", ["title"] = words["customs"], ["file"] = CustomsFile }),
        };
        return definition.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Task(HarbourOptions options)
    {
        var task = new JsonObject
        {
            ["shape"] = "picks",
            ["key"] = "containerid",
            ["picks"] = Picks.Count,
            ["test"] = HarbourFolder.Test,
            ["answers"] = AnswersFile,
        };
        if (options.FinalShare > 0)
            task["set"] = SetColumn;
        return task;
    }

    private static JsonObject Kilos(Dictionary<string, string> words, Texts texts) => new()
    {
        ["name"] = "kilos",
        ["title"] = words["kilos"],
        ["unit"] = "kg",
        ["better"] = "more",
        ["decimals"] = 0,
        ["metric"] = new JsonObject { ["name"] = "sum", ["of"] = "coke_kilo" },
        ["shown"] = new JsonObject
        {
            ["title"] = words["worth"],
            ["factor"] = EurosAKilo,
            ["prefix"] = "€",
            ["decimals"] = 0,
            ["thousands"] = texts.Thousands,
        },
    };

    private static JsonObject Phase(HarbourOptions options, Dictionary<string, string> words)
    {
        string set = options.FinalShare > 0 ? LiveSet : WholeSet;
        var phase = new JsonObject { ["name"] = "harbour", ["title"] = words["phase"], ["opens"] = Moment(options.Opens), ["set"] = set };
        if (options.Closes is { } closes)
            phase["closes"] = Moment(closes);
        if (options.FinalShare > 0)
            phase["finalSet"] = FinalSet;
        phase["rank"] = new JsonArray("kilos");
        return phase;
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
