using System.Xml.Linq;

namespace Evaluator.Specs.House;

/// <summary>A project of the house and the files that are compiled into it.</summary>
/// <param name="Name">As its file is called.</param>
/// <param name="Files">Paths relative to the project's folder, with forward slashes, and what stands in them.</param>
internal sealed record ProjectSources(string Name, IReadOnlyList<SourceFile> Files)
{
    /// <summary>The folders of the root that hold code.</summary>
    public static IReadOnlyList<string> Rooms { get; } = ["scorer", "harness", "plugins", "tests", "perf"];

    /// <summary>Paths of all project files, of whatever language.</summary>
    public static IEnumerable<string> ProjectFiles() =>
        Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.*proj", SearchOption.AllDirectories));

    public static IReadOnlyList<ProjectSources> All() =>
    [
        .. ProjectFiles().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Of)
            .OrderBy(project => project.Name, StringComparer.Ordinal),
    ];

    private static ProjectSources Of(string projectFile)
    {
        string folder = Path.GetDirectoryName(projectFile)!;
        string[] leftOut =
            [.. XDocument.Load(projectFile).Descendants("Compile").Select(item => (string?)item.Attribute("Remove")).OfType<string>()];
        return new ProjectSources(Path.GetFileNameWithoutExtension(projectFile),
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(Path.GetRelativePath(folder, path), File.ReadAllText(path)))
                .Where(file => !Array.Exists(leftOut, pattern => IsIn(file.Path, pattern))),
        ]);
    }

    /// <param name="pattern">A folder and all in it, as <c>Kits/**</c>: the one form that our projects use.</param>
    private static bool IsIn(string path, string pattern) => pattern.EndsWith("/**", StringComparison.Ordinal)
        ? path.StartsWith(pattern[..^2], StringComparison.Ordinal)
        : throw new NotSupportedException($"{pattern} is no folder; read it here as the compiler does.");
}
