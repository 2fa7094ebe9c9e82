using System.Text.RegularExpressions;
using Evaluator.Confinement.Sandbox;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.House;

/// <summary>SECURITY.md promises what the program promises, and names tests that exist.</summary>
public partial class SecurityPageSpecs
{
    /// <summary>What a fixture may hold beside the promises of the sandbox: those of the harness, which no level has.</summary>
    private static readonly string[] OfTheHarness = ["no-state", "predictions-sealed", "wire-intact", "no-devices"];

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md"));

    [Fact]
    public void Every_promise_stands_in_the_table_with_its_level()
    {
        var told = new Dictionary<string, int>();
        foreach (string[] row in Rows())
            foreach (Match name in Quoted().Matches(row[0]))
                told.Add(name.Groups[1].Value, int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            Promise.All.Select(promise => (promise.Name, promise.FromLevel)).Order(), told.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void Every_fixture_that_the_table_names_exists()
    {
        string[] fixtures = [.. FixtureCatalog.All.Select(fixture => fixture.Name)];
        ForEvery.In(Rows(), row => ForEvery.In(row[^1].Split(','), named =>
        {
            string pattern = Comment().Replace(named, "").Trim();
            if (pattern.Length > 0)
                Assert.True(fixtures.Any(fixture => Glob(pattern).IsMatch(fixture)), $"no fixture is called {pattern}");
            else
                Assert.Contains("self-test", named);
        }));
    }

    [Fact]
    public void Every_class_of_specs_that_the_page_names_exists()
    {
        HashSet<string> classes = [.. typeof(SecurityPageSpecs).Assembly.GetTypes().Select(type => type.Name)];
        ForEvery.In(SpecClass().Matches(Page).Select(match => match.Value), name => Assert.Contains(name, classes));
    }

    [Fact]
    public void What_a_fixture_holds_is_a_promise()
    {
        HashSet<string> promises = [.. Promise.All.Select(promise => promise.Name), .. OfTheHarness];
        ForEvery.In(FixtureCatalog.All.Where(fixture => fixture.Holds is not null), fixture => Assert.Contains(fixture.Holds!, promises));
    }

    /// <summary>The cells of the table of promises.</summary>
    private static string[][] Rows()
    {
        string[] lines = [.. Page.Split('\n').SkipWhile(line => !line.StartsWith("| promise |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))];
        return [.. lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
    }

    private static Regex Glob(string pattern) => new($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(?:Specs|Soak)\b")]
    private static partial Regex SpecClass();
}
