using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// The folder of a contest of predictors, with all five columns; phases on the sets of the data package that end in 2099.
/// </summary>
internal sealed class PredictorContest : IDisposable
{
    public const string Name = "small-city";

    public PredictorContest(Action<JsonObject>? change = null, params string[] sets)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "story.md"), "Predict what happens in a small city.\n");
        File.WriteAllText(Path.Combine(Folder, "rules.md"), "Be fair.\n");
        JsonObject challenge = Definition(sets);
        change?.Invoke(challenge);
        File.WriteAllText(Path.Combine(Folder, "challenge.json"),
            challenge.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "contest-spec-" + Path.GetRandomFileName());

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static JsonObject Definition(string[] sets) => new()
    {
        ["name"] = Name,
        ["title"] = "A small city",
        ["summary"] = "Predict what happens in a small city.",
        ["kind"] = "predictor",
        ["tags"] = new JsonObject { ["domain"] = new JsonArray("city"), ["skill"] = new JsonArray("forecasting") },
        ["rules"] = new JsonObject { ["version"] = 1, ["file"] = "rules.md" },
        ["predictor"] = new JsonObject { ["languages"] = new JsonArray("cs", "vb", "cpp", "java", "dll", "jar") },
        ["columns"] = new JsonArray(
            Column("score", "more", 6), Column("accepted", "more", 3), Column("cpuSeconds", "less", 2),
                Column("cpuSecondsInTotal", "less", 1), Column("peakMemory", "less", 0)),
        ["phases"] = new JsonArray([.. sets.Select(Phase)]),
    };

    private static JsonObject Column(string name, string better, int decimals) =>
        new() { ["name"] = name, ["better"] = better, ["decimals"] = decimals };

    private static JsonNode Phase(string set) => new JsonObject
    {
        ["name"] = set,
        ["title"] = set,
        ["set"] = set,
        ["opens"] = "2020-01-01T00:00:00Z",
        ["closes"] = "2099-01-01T00:00:00Z",
        ["rank"] = new JsonArray("score"),
    };
}
