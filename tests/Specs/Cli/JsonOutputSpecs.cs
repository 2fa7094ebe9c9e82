using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Cli;

/// <summary>What commands print for programs is JSON, alone, and RUN-FOLDER.md names each of its fields.</summary>
public sealed partial class JsonOutputSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    /// <summary>The row of RUN-FOLDER.md, and the command; `{run}` and `{copy}` are run folders.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "standings", "standings {run} {copy} --json" },
        { "compare A B", "compare {run} {copy} --json" },
        { "compare A B C", "compare {run} {copy} {other} --json" },
        { "rescore", "rescore {run} --json" },
        { "replay", "replay {run} --case 250250000001 --json" },
        { "merge", "merge {copy} --json" },
        { "plan", "plan {predictor} --data {data} --out {new} --json" },
        { "validate", "validate {predictor} --json" },
        { "export", "export {run} --csv {new}.csv --json" },
        { "report", "report {run} --out {new}.html --json" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Output_and_description_agree(string row, string line)
    {
        (string copy, string other, string fresh) = (run.Copy(), run.Copy(), run.NewFolder());
        EvaluatorProgram ended = EvaluatorProgram.Run([.. line.Split(' ').Select(word => word
            .Replace("{run}", run.Folder).Replace("{copy}", copy).Replace("{other}", other).Replace("{new}", fresh)
            .Replace("{data}", run.PackageFolder).Replace("{predictor}", EvaluatorProgram.Predictor("SmoothedRate")))]);

        Assert.True(ended.ExitCode == 0, ended.Error);
        JsonElement value = JsonDocument.Parse(ended.Output).RootElement;
        string[] described = DescribedIn(row);
        string[] printed = [.. FieldsOf(value.ValueKind == JsonValueKind.Array ? value[0] : value)];
        Assert.NotEmpty(printed);
        Assert.Equal([], printed.Except(described));
    }

    [Fact]
    public void A_planned_part_says_how_far_it_is()
    {
        string plan = run.NewFolder();
        EvaluatorProgram.Run("plan", EvaluatorProgram.Predictor("Zero"), "--data", run.PackageFolder, "--out", plan);
        EvaluatorProgram ended = EvaluatorProgram.Run("run", "--plan", plan, "--shard", "1/2", "--json");
        Assert.True(ended.ExitCode == 0, ended.Error);
        JsonElement value = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal([], FieldsOf(value).Except(DescribedIn("run --plan")));
        Assert.Equal(value.GetProperty("casesOfShard").GetInt32(), value.GetProperty("cases").GetInt32());
    }

    /// <summary>The names of an object, and of the objects directly below it that the description spells out.</summary>
    private static IEnumerable<string> FieldsOf(JsonElement value) => value.EnumerateObject().Select(field => field.Name);

    private static string[] DescribedIn(string row)
    {
        string table = File.ReadAllText(Path.Combine(Repository.Root, "harness", "Harness", "Storage", "RUN-FOLDER.md"));
        string line = Assert.Single(table.Split('\n'), line => line.StartsWith($"| `{row}` |", StringComparison.Ordinal));
        return [.. Quoted().Matches(line).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("`([a-zA-Z0-9]+)`")]
    private static partial Regex Quoted();
}
