using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A small predictor contest as a folder: two open phases (example, provisional), one that closed, rules, a story, two files.
/// </summary>
internal sealed class SampleChallenge : IDisposable
{
    public const string Name = "harbour-town";

    public SampleChallenge(Action<JsonObject>? change = null)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "files", "kits"));
        File.WriteAllText(Path.Combine(Folder, "story.md"),
            "Predict what happens.\n\n<script>alert(1)</script>\n\n[good](https://example.org) [bad](javascript:alert(1))\n");
        File.WriteAllText(Path.Combine(Folder, "rules.md"), "Be fair. *No* second accounts.\n");
        File.WriteAllText(Path.Combine(Folder, "files", "events.tsv"), "a\tb\n1\t2\n");
        File.WriteAllText(Path.Combine(Folder, "files", "kits", "start.txt"), "start here\n");
        Directory.CreateDirectory(Path.Combine(Folder, "secret"));
        File.WriteAllText(Path.Combine(Folder, "secret", "answers.tsv"), "the answers\n");
        // Where its data would stand, packed for workers; none comes.
        File.WriteAllText(Path.Combine(Folder, "secret", "data.tar.gz"), "");
        File.WriteAllText(Path.Combine(Folder, "secret", "data.json"),
            $$"""{"sha256":"{{new string('0', 64)}}","archiveSha256":"{{new string('0', 64)}}","archiveBytes":0}""");
        JsonObject challenge = Definition();
        change?.Invoke(challenge);
        File.WriteAllText(Path.Combine(Folder, "challenge.json"),
            challenge.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "challenge-spec-" + Path.GetRandomFileName());

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static JsonObject Definition() => new()
    {
        ["name"] = Name,
        ["title"] = "Harbour town",
        ["summary"] = "Predict what happens in a town by the sea.",
        ["kind"] = "predictor",
        ["signIn"] = "invitation",
        ["tags"] = new JsonObject { ["domain"] = new JsonArray("city"), ["skill"] = new JsonArray("forecasting") },
        ["rules"] = new JsonObject { ["version"] = 1, ["file"] = "rules.md" },
        ["easyStart"] = "kits/start.txt",
        ["teams"] = new JsonObject { ["cap"] = 2 },
        ["predictor"] = new JsonObject { ["languages"] = new JsonArray("cs", "dll", "java", "jar"), ["largestBytes"] = 100_000 },
        ["columns"] = new JsonArray(
            new JsonObject { ["name"] = "score", ["title"] = "Score", ["better"] = "more", ["decimals"] = 3 },
            new JsonObject { ["name"] = "cpuSeconds", ["title"] = "Slowest case", ["unit"] = "s", ["better"] = "less", ["decimals"] = 3 }),
        ["phases"] = new JsonArray(
            Phase("examples", "Examples", "example", "2020-01-01T00:00:00Z", null),
            Phase("provisional", "Provisional", "provisional", "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"),
            Phase("past", "Last year", "provisional", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")),
    };

    private static JsonObject Phase(string name, string title, string set, string opens, string? closes)
    {
        JsonObject phase = new()
        {
            ["name"] = name,
            ["title"] = title,
            ["set"] = set,
            ["opens"] = opens,
            ["rank"] = new JsonArray("score"),
            ["quotas"] = new JsonObject { ["attempted"] = new JsonObject { ["aDay"] = 100 } },
        };
        if (closes is not null)
            phase["closes"] = closes;
        return phase;
    }
}
