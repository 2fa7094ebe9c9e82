namespace Evaluator.Specs.House;

/// <summary>Lines that fit a screen, and files that fit a head: in all rooms, also where no project of ours compiles them.</summary>
public class SourceTextSpecs
{
    private const int MostColumns = 140, MostLines = 300;

    [Fact]
    public void All_rooms_are_looked_at()
    {
        string[] rooms =
            [.. SourceFile.OfAllRooms().Select(file => file.Path.Split('/')).Select(path => $"{path[0]}/{path[1]}").Distinct()];
        foreach (string room in (string[])["harness/Board", "harness/Harness", "perf/Benchmarks", "plugins/Precursor", "scorer/Scorer",
            "tests/BoardSpecs", "tests/Fixtures", "tests/Specs"])
            Assert.Contains(room, rooms);
    }

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        // The starter kits' files are read on their own, by other people's editors: their header lines are the data's.
        string[] found =
        [
            .. SourceFile.OfAllRooms().Where(file => !file.Path.Contains("/Kits/")).SelectMany(file =>
                LongLines(file).Select(line => $"{file.Path}, line {line.Number}: {line.Columns} columns")),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        string[] found =
        [
            .. SourceFile.OfAllRooms().Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n')))
                .Where(file => file.Lines > MostLines).Select(file => $"{file.Path}: {file.Lines} lines"),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static IEnumerable<(int Number, int Columns)> LongLines(SourceFile file) => file.Text.Split('\n')
        .Select((line, i) => (Number: i + 1, Columns: line.TrimEnd('\r').Length)).Where(line => line.Columns > MostColumns);
}
