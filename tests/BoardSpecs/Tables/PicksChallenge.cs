using System.Text;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>
/// A small contest of picks as a folder: 40 containers in a provisional and a final part, four picks, a baseline that is a file.
/// </summary>
internal sealed class PicksChallenge : IDisposable
{
    public const string Name = "small-harbour";
    public const string Phase = "live";

    private readonly ScratchFolder scratch = new();

    public PicksChallenge(Action<JsonObject>? change = null)
    {
        JsonObject challenge = Definition();
        change?.Invoke(challenge);
        Write("challenge.json", challenge.ToJsonString());
        Write("story.md", "Find it.\n");
        Write("rules.md", "Be fair.\n");
        Write("secret/answers.csv", "id,kilos,set\n" + string.Concat(Enumerable.Range(0, 40).Select(Answer)));
        Write("files/test.csv", "id\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"c{row}\n")));
        Write("files/customs.csv", Table(0, 1, 2, 20));
    }

    public string Folder => Path.Combine(scratch.Path, Name);

    public void Dispose() => scratch.Dispose();

    /// <summary>
    /// A submission of these containers. Number n of the first twenty, which are provisional, has n kilos; of the rest, final, 40 - n.
    /// </summary>
    public static string Table(params int[] containers) => "id\n" + string.Concat(containers.Select(container => $"c{container}\n"));

    /// <summary>Corrects the answers: what starts a line like this starts like that.</summary>
    public void Correct(string wrong, string right)
    {
        string answers = Path.Combine(Folder, "secret", "answers.csv"), text = File.ReadAllText(answers);
        Assert.Contains("\n" + wrong, text, StringComparison.Ordinal);
        File.WriteAllText(answers, text.Replace("\n" + wrong, "\n" + right, StringComparison.Ordinal));
    }

    private static string Answer(int row) => row < 20 ? $"c{row},{row},provisional\n" : $"c{row},{40 - row},final\n";

    private void Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }

    private static JsonObject Definition() => new()
    {
        ["name"] = Name,
        ["title"] = "Small harbour",
        ["summary"] = "Pick four of forty containers.",
        ["kind"] = "table",
        ["rules"] = new JsonObject { ["version"] = 1, ["file"] = "rules.md" },
        ["columns"] = new JsonArray(new JsonObject
        {
            ["name"] = "kilos",
            ["title"] = "Kilos found",
            ["unit"] = "kg",
            ["better"] = "more",
            ["decimals"] = 0,
            ["metric"] = new JsonObject { ["name"] = "sum", ["of"] = "kilos" },
            ["shown"] = new JsonObject { ["title"] = "Street worth", ["factor"] = 50_000, ["prefix"] = "€", ["thousands"] = "." },
        }),
        ["table"] = new JsonObject
        {
            ["shape"] = "picks",
            ["key"] = "id",
            ["picks"] = 4,
            ["test"] = "test.csv",
            ["answers"] = "answers.csv",
            ["set"] = "set",
        },
        ["baselines"] = new JsonArray(new JsonObject
        {
            ["name"] = "customs",
            ["title"] = "Customs",
            ["file"] = "customs.csv",
            ["start"] = true,
        }),
        ["phases"] = new JsonArray(new JsonObject
        {
            ["name"] = Phase,
            ["title"] = "Live",
            ["opens"] = "2020-01-01T00:00:00Z",
            ["closes"] = "2099-01-01T00:00:00Z",
            ["set"] = "provisional",
            ["finalSet"] = "final",
            ["rank"] = new JsonArray("kilos"),
            ["quotas"] = new JsonObject { ["scored"] = new JsonObject { ["aDay"] = 3 } },
        }),
    };
}
