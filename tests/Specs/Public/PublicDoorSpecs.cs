using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Exports;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Runs;
using Parquet.Serialization;

namespace Evaluator.Specs.Public;

/// <summary>
/// Every public door over one run (ruling 13): nothing of a closed case comes out, whatever the data package says by now. In each run two
/// cases are open and all others closed; afterwards the package's sets are rewritten so that today all would be examples.
/// </summary>
public sealed class PublicDoorSpecs
{
    private const int OpenCases = 2;

    /// <summary>The commands that hand something out; what is in none of these lists has no door that was walked.</summary>
    private static readonly string[] Doors = ["compare", "export", "report", "show", "standings"];

    [Fact]
    public void Every_command_with_a_public_door_is_walked_here()
    {
        IEnumerable<string> found = typeof(ShowCommand).Assembly.GetTypes()
            .Select(type => type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static, [])).OfType<MethodInfo>()
            .Where(create => create.ReturnType == typeof(Command)).Select(create => (Command)create.Invoke(null, null)!)
            .SelectMany(command => command.Subcommands.Prepend(command))
            .Where(command => command.Options.Any(option => option.Name == "--public")).Select(command => command.Name);
        Assert.Equal(Doors, found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(4)]     // two closed: the score is withheld
    [InlineData(13)]    // eleven closed: the score is shown
    public async Task Nothing_closed_leaves_by_any_public_door(int cases)
    {
        using var package = SmallPackage.OfDifferentCases(cases);
        string run = Played(package);
        CaseResult[] all = [.. Results(run)];
        string[] open = [.. all.Take(OpenCases).Select(result => result.Case)],
            closed = [.. all.Skip(OpenCases).Select(result => result.Case)];
        RunSummary summary = RunSummary.Of(RunFolder.Open(run).ReadManifest(), all);
        bool withheld = closed.Length < 10;

        IReadOnlyDictionary<string, string> handedOut = await WalkThrough(run, package.Folder, open, withheld);

        string[] secrets = [.. closed, .. TracesOf(all), .. withheld ? Totals(summary) : []];
        Assert.True(secrets.Length > closed.Length, "no closed case has a score of its own; the walk would find nothing");
        foreach ((string door, string text) in handedOut)
        {
            string? found = secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.Ordinal));
            Assert.True(found is null, $"{door} tells {found}");
        }
        ForEvery.In(open, example => Assert.Contains(handedOut.Values, text => text.Contains(example, StringComparison.Ordinal)));
        Assert.Equal(withheld ? 0 : 1, handedOut["show --json"].Contains(summary.ScoreBits!, StringComparison.Ordinal) ? 1 : 0);
        Assert.Equal(withheld, handedOut["report"].Contains("withheld", StringComparison.Ordinal));
        Assert.Equal(withheld, handedOut["standings"].Contains("withheld", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_view_shows_is_what_the_sealed_manifest_calls_open()
    {
        using var package = SmallPackage.OfDifferentCases(13);
        string run = Played(package);
        RunManifest manifest = RunFolder.Open(run).ReadManifest();
        PublicView view = PublicView.Of(manifest, Results(run));
        Assert.Equal(manifest.Cases.Take(OpenCases), view.Open.Select(result => result.Case));
        Assert.Equal(OpenCases, manifest.Cases.Count(view.Shows));
        Assert.False(view.Shows("250250009999"));
        Assert.True(view.ShowsTotals);
        Assert.False(PublicView.Of(manifest with { Cases = [.. manifest.Cases.Take(11)] }, []).ShowsTotals);
        Assert.True(PublicView.Of(manifest with { Cases = [.. manifest.Cases.Take(OpenCases)] }, []).ShowsTotals);
    }

    /// <summary>A run in which one open and, of many, one closed case crashes; then all cases of the package become examples.</summary>
    private static string Played(SmallPackage package)
    {
        string example = Path.Combine(package.Folder, "sets", "example.txt"), run = Path.Combine(package.Folder, "run");
        string[] all = File.ReadAllLines(example);
        File.WriteAllLines(example, all.Take(OpenCases));
        File.WriteAllLines(Path.Combine(package.Folder, "sets", "provisional.txt"), all.Skip(OpenCases));
        string predictor = FixtureCatalog.Named("CrashesInOneCase").Dll;
        EvaluatorProgram played = EvaluatorProgram.Run("run", predictor, "--data", package.Folder, "--out", run, "--sandbox", "0");
        Assert.True(played.ExitCode == 1, played.Error);
        File.WriteAllLines(example, all);
        File.Delete(Path.Combine(package.Folder, "sets", "provisional.txt"));
        return run;
    }

    private static IReadOnlyList<CaseResult> Results(string run)
    {
        RunFolder folder = RunFolder.Open(run);
        return [.. folder.ReadCases().OrderBy(result => result.Case, StringComparer.Ordinal)];
    }

    /// <returns>What came out, by door.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> WalkThrough(string run, string data, string[] open, bool withheld)
    {
        string twin = run + "-twin", file = Path.Combine(data, "handed-out");
        FolderCopy.Make(run, twin);
        Dictionary<string, string> handedOut = new()
        {
            ["show"] = Said(0, "show", run, "--public"),
            ["show --json"] = Said(0, "show", run, "--public", "--json"),
            ["show --case"] = Said(0, "show", run, "--public", "--case", open[0]),
            ["show --case --json"] = Said(0, "show", run, "--public", "--case", open[0], "--json"),
            ["standings"] = Said(0, "standings", run, twin, "--public"),
            ["standings --json"] = Said(0, "standings", run, twin, "--public", "--json"),
            ["compare"] = Said(withheld ? 2 : 0, "compare", run, twin, "--public"),
            ["compare three"] = Said(withheld ? 2 : 0, "compare", run, twin, run, "--public"),
        };
        Said(0, "report", run, "--public", "--out", file + ".html");
        handedOut["report"] = File.ReadAllText(file + ".html");
        Said(0, "report", run, "--public", "--data", data, "--case", open[0], "--out", file + ".html");
        handedOut["report --data --case"] = File.ReadAllText(file + ".html");
        Said(0, "export", run, "--public", "--csv", file + ".csv", "--parquet", file + ".parquet");
        handedOut["export --csv"] = File.ReadAllText(file + ".csv") + File.ReadAllText(file + ".months.csv");
        handedOut["export --parquet"] = await Read<CaseRow>(file + ".parquet") + await Read<GranularityRow>(file + ".months.parquet");
        string closed = RunFolder.Open(run).ReadManifest().Cases[OpenCases];
        Assert.Contains("ruling 13", Refused("show", run, "--public", "--case", closed));
        Assert.Contains("closed", Refused("report", run, "--public", "--data", data, "--case", closed, "--out", file + ".closed.html"));
        Assert.False(File.Exists(file + ".closed.html"));
        return handedOut;
    }

    private static string Said(int exitCode, params string[] arguments)
    {
        EvaluatorProgram evaluator = EvaluatorProgram.Run(arguments);
        Assert.True(evaluator.ExitCode == exitCode,
            $"evaluator {string.Join(' ', arguments)}: exit {evaluator.ExitCode}, {evaluator.Error}");
        return evaluator.Output + evaluator.Error;
    }

    private static string Refused(params string[] arguments) => Said(2, arguments);

    /// <summary>Scores of closed cases that no open case has, as bits and as people read them.</summary>
    private static IEnumerable<string> TracesOf(CaseResult[] all)
    {
        HashSet<string?> open = [.. all.Take(OpenCases).Select(result => result.ScoreBits)];
        foreach (CaseResult result in all.Skip(OpenCases).Where(result => result.Score > 0 && !open.Contains(result.ScoreBits)))
        {
            yield return result.ScoreBits!;
            yield return result.Score!.Value.ToString("F6", CultureInfo.InvariantCulture);
            yield return result.Score!.Value.ToString("N6", CultureInfo.InvariantCulture);
        }
    }

    private static string[] Totals(RunSummary summary) =>
    [
        summary.ScoreBits!, summary.PublicationHash!, summary.Score!.Value.ToString("F6", CultureInfo.InvariantCulture),
        summary.Score!.Value.ToString("N6", CultureInfo.InvariantCulture),
    ];

    private static async Task<string> Read<T>(string file)
        where T : class, new()
    {
        using FileStream stream = File.OpenRead(file);
        var text = new StringBuilder();
        foreach (T row
            in (await ParquetSerializer.DeserializeAsync<T>(stream, cancellationToken: TestContext.Current.CancellationToken)).Data)
            text.Append(row).Append('\n');
        return text.ToString();
    }
}
