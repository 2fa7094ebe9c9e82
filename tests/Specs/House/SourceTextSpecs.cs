namespace Evaluator.Specs.House;

/// <summary>Lines that fit a screen, and files that fit a head.</summary>
public class SourceTextSpecs
{
    private const int MostColumns = 140, MostLines = 300;

    /// <summary>Projects that still have longer lines. Nothing is added here.</summary>
    private static readonly string[] WithLongLines =
    [
        "Benchmarks", "Board", "BoardSpecs", "Challenges", "Fixtures", "Jobs", "Standings",
    ];

    /// <summary>Files that are still longer. Nothing is added here.</summary>
    private static readonly string[] Long = ["Precursor/Precursor.cs"];

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        string[] found =
        [
            .. ProjectSources.All().Where(project => !WithLongLines.Contains(project.Name))
                .SelectMany(project => project.Files.SelectMany(file =>
                LongLines(file).Select(line => $"{project.Name}/{file.Path}, line {line.Number}: {line.Columns} columns"))),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        string[] found =
        [
            .. ProjectSources.All()
                .SelectMany(
                    project => project.Files.Select(file => (Name: $"{project.Name}/{file.Path}", Lines: file.Text.Count(c => c == '\n'))))
                .Where(file => file.Lines > MostLines && !Long.Contains(file.Name)).Select(file => $"{file.Name}: {file.Lines} lines"),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static IEnumerable<(int Number, int Columns)> LongLines(SourceFile file) => file.Text.Split('\n')
        .Select((line, i) => (Number: i + 1, Columns: line.TrimEnd('\r').Length)).Where(line => line.Columns > MostColumns);
}
