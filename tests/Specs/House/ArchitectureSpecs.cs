using System.Text.RegularExpressions;

namespace Evaluator.Specs.House;

/// <summary>The page for strangers (ARCHITECTURE.md) names what there is, and in the order in which it is built.</summary>
public partial class ArchitectureSpecs
{
    private const int MostLines = 80;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

    [Fact]
    public void The_page_is_short() => Assert.InRange(Page.Split('\n').Length - 1, 30, MostLines);

    [Fact]
    public void Every_type_of_the_walks_exists()
    {
        Dictionary<string, ProjectSources> projects = ProjectSources.All().ToDictionary(project => project.Name);
        (string Project, string Type)[] named =
            [.. TypeOfProject().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
        Assert.InRange(named.Length, 40, 200);
        string[] missing = [.. named.Where(one => !Declares(projects.GetValueOrDefault(one.Project), one.Type))
            .Select(one => $"{one.Project}/{one.Type}")];
        Assert.True(missing.Length == 0, $"named by ARCHITECTURE.md and not there: {string.Join(", ", missing)}");
    }

    [Theory]
    [InlineData("Confinement")]
    [InlineData("Harness")]
    [InlineData("Scorer")]
    public void The_rooms_stand_in_the_order_of_the_page(string name)
    {
        string row = Page.Split('\n').Single(line => line.StartsWith('|') && line.Contains($"/{name}`", StringComparison.Ordinal));
        string[] rooms = row.Split('|')[3].Split(':')[0].Split(',', StringSplitOptions.TrimEntries);
        ProjectSources project = ProjectSources.All().Single(project => project.Name == name);
        Assert.Equal(rooms.Order(StringComparer.Ordinal),
            project.Files.Select(file => file.Folder).Distinct().Where(folder => folder.Length > 0).Order(StringComparer.Ordinal));
        FolderGraph graph = FolderGraph.Of(project);
        for (int i = 0; i < rooms.Length; i++)
            Assert.Empty(graph.UsedBy(rooms[i]).Intersect(rooms[(i + 1)..])
                .Select(above => $"{rooms[i]} uses {above}, which stands above it"));
    }

    [Fact]
    public void Every_link_and_every_project_leads_somewhere()
    {
        string[] places = [.. Place().Matches(Page).Select(match => match.Groups[1].Value).Distinct()];
        Assert.InRange(places.Length, 10, 100);
        Assert.Empty(places.Where(place => !Path.Exists(Path.Combine(Repository.Root, place))));
    }

    private static bool Declares(ProjectSources? project, string type) =>
        project?.Files.Any(file => Regex.IsMatch(file.Text, $@"\b(class|record|struct|enum|interface) {type}\b")) ?? false;

    [GeneratedRegex(@"`([A-Z]\w+)/([A-Z]\w+)`")]
    private static partial Regex TypeOfProject();

    [GeneratedRegex(@"[`(]((?:scorer|harness)/[\w./-]+)[`)]")]
    private static partial Regex Place();
}
