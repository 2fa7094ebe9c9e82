namespace Evaluator.Specs.House;

/// <param name="Path">Relative to the project's folder, or to the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Empty for the project's own.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>All C# of the house, compiled into a project or not.</summary>
    public static IReadOnlyList<SourceFile> OfAllRooms() =>
    [
        .. ProjectSources.Rooms.SelectMany(room => Directory.EnumerateFiles(
            System.IO.Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path))),
    ];
}
