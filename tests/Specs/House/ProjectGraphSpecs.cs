using System.Xml.Linq;

namespace Evaluator.Specs.House;

/// <summary>Who may see whom: the project files are held against the table of allowed edges.</summary>
public class ProjectGraphSpecs
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Scorer"] = [],
        ["Metrics"] = [],
        ["Comparing"] = [],
        ["Harbour"] = [],
        ["Drawing"] = [],
        ["Jobs"] = [],
        ["Challenges"] = ["Metrics"],
        ["Standings"] = ["Challenges", "Comparing"],
        ["Board"] = ["Challenges", "Drawing", "Jobs", "Standings"],
        ["Wire"] = [],
        ["Contest"] = ["Scorer"],
        ["City"] = ["Contest", "Scorer"],
        ["Worker"] = ["Wire"],
        ["Probe"] = [],
        ["Confinement"] = ["Wire"],
        ["Harness"] = ["Confinement", "Contest", "Scorer", "Wire"],
        ["Cluster"] = ["Confinement", "Harness"],
        ["Cli"] = ["Challenges", "City", "Cluster", "Comparing", "Confinement", "Contest", "Harbour", "Harness", "Jobs", "Report", "Scorer",
            "Standings", "Wire"],
        ["Report"] = ["Comparing", "Confinement", "Contest", "Drawing", "Harness", "Scorer"],
        ["Benchmarks"] = ["Challenges", "Contest", "Scorer", "Standings", "Wire"],
        ["Straightforward"] = ["Scorer"],
        ["MinimalStart"] = [],
        ["HelloWorld"] = [],
        ["Fixtures"] = [],
    };

    /// <summary>
    /// What a worker's folder may hold of ours. Anything else could carry answers or the scorer into a stranger's process.
    /// </summary>
    private static readonly string[] WorkerFolder = ["Evaluator.Worker.dll", "Evaluator.Wire.dll", "McMaster.NETCore.Plugins.dll"];

    [Fact]
    public void No_project_references_one_that_it_may_not_see()
    {
        List<string> forbidden = [];
        foreach (string project in Projects())
        {
            string name = Path.GetFileNameWithoutExtension(project);
            if (name is "Specs" or "BoardSpecs")
                continue;
            string[] allowed = IsPlugin(project) ? [] : Allowed.GetValueOrDefault(name)
                ?? throw new InvalidOperationException($"{name} has no row in the table of allowed edges");
            forbidden.AddRange(LinkedReferences(project).Except(allowed).Select(reference => $"{name} -> {reference}"));
        }
        Assert.Empty(forbidden);
    }

    [Fact]
    public void What_confines_builds_the_worker_but_does_not_link_it()
    {
        XElement worker = References(Projects().Single(project => Path.GetFileName(project) == "Confinement.csproj"))
            .Single(reference => NameOf(reference) == "Worker");
        Assert.Equal("false", (string?)worker.Attribute("ReferenceOutputAssembly"));
        Assert.Equal("false", (string?)worker.Attribute("Private"));
    }

    [Fact]
    public void The_worker_folder_holds_neither_truth_nor_scorer()
    {
        string folder =
            Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Worker",
                Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        Assert.Equal(WorkerFolder.Order(),
            Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order());
    }

    [Fact]
    public void A_harness_folder_does_not_hold_the_plugin_loader()
    {
        // What is not there can't be used by mistake: strangers' code is loaded in workers alone.
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "McMaster.NETCore.Plugins.dll")));
    }

    private static IEnumerable<string> Projects() =>
        ((string[])["scorer", "harness", "plugins", "tests", "perf"])
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.*proj", SearchOption.AllDirectories));

    private static bool IsPlugin(string project) =>
        Path.GetRelativePath(Repository.Root, project).StartsWith("plugins", StringComparison.Ordinal);

    private static IEnumerable<XElement> References(string project) => XDocument.Load(project).Descendants("ProjectReference");

    private static IEnumerable<string> LinkedReferences(string project) =>
        References(project).Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false").Select(NameOf);

    private static string NameOf(XElement reference) => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);
}
