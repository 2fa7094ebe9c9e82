namespace Evaluator.Specs.Fixtures;

/// <summary>Every predictor of tests/Fixtures, by its source file.</summary>
public static class FixtureCatalog
{
    public static string SourceFolder { get; } = Path.Combine(Repository.Root, "tests", "Fixtures");

    /// <summary>artifacts/bin/Fixtures/CONFIGURATION, beside the folder that these specs run from.</summary>
    public static string OutputFolder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Fixtures", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    public static IReadOnlyList<Fixture> All { get; } =
    [
        .. new[] { "Misbehaving", "Rejected", "Hostile" }
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(SourceFolder, room)))
            .Order(StringComparer.Ordinal)
            .Select(Fixture.Read),
    ];

    public static Fixture Named(string name) =>
        All.SingleOrDefault(fixture => fixture.Name == name) ?? throw new ArgumentException($"no fixture is named {name}");

    public static IEnumerable<Fixture> In(string room) => All.Where(fixture => fixture.Room == room);
}
