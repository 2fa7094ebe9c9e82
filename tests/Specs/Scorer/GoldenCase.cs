using System.Globalization;
using System.Text.Json;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Scorer;

/// <summary>A stored case with its exact scores, computed in rational arithmetic by an independent program.</summary>
public sealed record GoldenCase(string Name, int[] StreetOfLocation, IReadOnlyList<GoldenMonth> Months, double CaseScore)
{
    public static string Folder { get; } = FindFolder();

    /// <summary>At least one: specs that walk over them would pass over none.</summary>
    public static IReadOnlyList<string> Names { get; } =
        Directory.GetFiles(Folder, "*.json") is { Length: > 0 } files
            ? [.. files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : throw new FileNotFoundException($"{Folder} holds no golden case");

    public static GoldenCase Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));
        JsonElement expected = document.RootElement.GetProperty("expected");
        GoldenMonth[] months = [.. document.RootElement.GetProperty("months").EnumerateArray()
            .Zip(expected.GetProperty("months").EnumerateArray(), GoldenMonth.Read)];
        int[] streets = [.. document.RootElement.GetProperty("months")[0].GetProperty("street_of_location").EnumerateArray()
            .Select(key => key.GetInt32())];
        if (months.Length == 0)
            throw new InvalidDataException($"{name} has no month");
        return new GoldenCase(name, streets, months, GoldenMonth.Number(expected.GetProperty("caseScore")));
    }

    private static string FindFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "tests", "golden")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new DirectoryNotFoundException("No tests/golden above " + AppContext.BaseDirectory),
            "tests", "golden");
    }
}

public sealed record GoldenMonth(PlacedEvent[] Events, ActualMonth Actual, double[] Predictions, MonthScore Expected)
{
    public static GoldenMonth Read(JsonElement month, JsonElement expected)
    {
        int days = month.GetProperty("days").GetInt32();
        var layout = new BlockGroupLayout([.. month.GetProperty("street_of_location").EnumerateArray().Select(key => key.GetInt32())]);
        var events = new List<PlacedEvent>();
        int index = 0;
        foreach (JsonElement count in month.GetProperty("actual").EnumerateArray())
        {
            for (int copy = count.GetInt32(); copy > 0; copy--)
                events.Add(new PlacedEvent(index / (days * 4), index / 4 % days, index % 4));
            index++;
        }
        double[] predictions = [.. month.GetProperty("predictions").EnumerateArray().Select(value => value.GetDouble())];
        JsonElement rmse = expected.GetProperty("rmse"), score = expected.GetProperty("score");
        var errors = new GranularityValues(
            Number(rmse.GetProperty("parcel")), Number(rmse.GetProperty("street")), Number(rmse.GetProperty("blockGroup")));
        return new GoldenMonth([.. events], new ActualMonth(layout, days, [.. events]), predictions, new MonthScore(
            expected.GetProperty("eventCount").GetInt32(), errors, Number(score.GetProperty("parcel")),
            Number(score.GetProperty("street")), Number(score.GetProperty("blockGroup")), Number(expected.GetProperty("monthScore"))));
    }

    /// <summary>Thirty-digit decimals stand in the file as text; a double holds the first seventeen.</summary>
    public static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
