using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Evaluator.Specs.House;

/// <summary>
/// Which folders of a project use types of which others, as the compiler understands the code: also where a type is not named but a
/// member of it is called, and also in references of comments.
/// </summary>
internal sealed class FolderGraph
{
    private const int FilesNamed = 4;

    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> uses = new(StringComparer.Ordinal);

    /// <summary>What every project gets without asking (ImplicitUsings).</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>All that the specs run with: the framework, the house, its packages.</summary>
    private static readonly (string Name, MetadataReference Reference)[] Known =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => (Path.GetFileNameWithoutExtension(file), (MetadataReference)MetadataReference.CreateFromFile(file))),
    ];

    public static FolderGraph Of(ProjectSources project)
    {
        var graph = new FolderGraph();
        if (project.Files.DistinctBy(file => file.Folder).Count() <= 1)
            return graph;
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        SyntaxTree[] trees = [.. project.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Evaluator.{project.Name}", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options, "ImplicitUsings.cs")],
                ReferencesOf(project.Name),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        foreach ((SourceFile file, SyntaxTree tree) in project.Files.Zip(trees))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
                graph.Add(file, model.GetSymbolInfo(name));
        }
        return graph;
    }

    /// <summary>The folders that a folder uses.</summary>
    public IEnumerable<string> UsedBy(string folder) =>
        uses.TryGetValue(folder, out SortedDictionary<string, SortedSet<string>>? used) ? used.Keys : [];

    /// <summary>The shortest circle there is, in words, with the files that make it; null where there is none.</summary>
    public string? Circle()
    {
        IReadOnlyList<string>? shortest = null;
        foreach (string folder in uses.Keys)
        {
            if (WayBackTo(folder) is { } circle && circle.Count < (shortest?.Count ?? int.MaxValue))
                shortest = circle;
        }
        return shortest is null ? null : Described(shortest);
    }

    private static IEnumerable<MetadataReference> ReferencesOf(string project) =>
        Known.Where(assembly => assembly.Name != $"Evaluator.{project}").Select(assembly => assembly.Reference);

    private void Add(SourceFile file, SymbolInfo found)
    {
        IEnumerable<ISymbol> symbols = found.Symbol is { } only ? [only] : found.CandidateSymbols;
        foreach (INamedTypeSymbol type in symbols.Select(symbol => symbol as INamedTypeSymbol ?? symbol.ContainingType)
            .OfType<INamedTypeSymbol>())
        {
            // Fixtures are many programs in one project: each declares its own part of the same class, and needs no other's.
            if (type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree.FilePath == file.Path))
                continue;
            foreach (SyntaxReference declaration in type.DeclaringSyntaxReferences)
            {
                string folder = Path.GetDirectoryName(declaration.SyntaxTree.FilePath)!;
                if (folder != file.Folder)
                    Edge(file.Folder, folder).Add($"{file.Path} uses {type.Name}");
            }
        }
    }

    private SortedSet<string> Edge(string from, string to)
    {
        if (!uses.TryGetValue(from, out SortedDictionary<string, SortedSet<string>>? edges))
            uses.Add(from, edges = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal));
        if (!edges.TryGetValue(to, out SortedSet<string>? reasons))
            edges.Add(to, reasons = new SortedSet<string>(StringComparer.Ordinal));
        return reasons;
    }

    /// <returns>The folders of the shortest circle through this one, which comes first and last; null where there is none.</returns>
    private List<string>? WayBackTo(string folder)
    {
        Dictionary<string, string> cameFrom = [];
        Queue<string> next = new([folder]);
        while (next.TryDequeue(out string? at))
        {
            foreach (string used in UsedBy(at))
            {
                if (used == folder)
                {
                    List<string> way = [folder];
                    for (string step = at; step != folder; step = cameFrom[step])
                        way.Insert(0, step);
                    return [folder, .. way];
                }
                if (cameFrom.TryAdd(used, at))
                    next.Enqueue(used);
            }
        }
        return null;
    }

    private string Described(IReadOnlyList<string> circle) =>
        $"{string.Join(" -> ", circle.Select(Called))}:\n" + string.Join('\n', circle.Zip(circle.Skip(1), ReasonsOf));

    private string ReasonsOf(string from, string to)
    {
        SortedSet<string> reasons = uses[from][to];
        string more = reasons.Count > FilesNamed ? $", and {reasons.Count - FilesNamed} more" : "";
        return $"  {Called(from)} -> {Called(to)}: {string.Join(", ", reasons.Take(FilesNamed))}{more}";
    }

    private static string Called(string folder) => folder.Length == 0 ? "(the project's own folder)" : folder;
}
