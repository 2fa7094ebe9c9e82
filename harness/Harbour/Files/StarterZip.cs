using System.IO.Compression;
using System.Text;

namespace Evaluator.Harbour.Files;

/// <summary>What a competitor downloads to begin: both tables, the starters, a notebook, a README, in one folder.</summary>
internal static class StarterZip
{
    public const string Name = "coke-haven-starter.zip";

    private const string Folder = "coke-haven/";

    /// <summary>Of every entry: the contest's data have no other time than the year they tell of.</summary>
    private static readonly DateTimeOffset Time = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="folder">Where the zip goes, and where the tables are.</param>
    public static void Write(string folder, IReadOnlyList<string> tables, Texts texts)
    {
        var lesson = new Lesson(texts);
        texts.Fill("steps", string.Join('\n', lesson.Headings));
        string python = lesson.Apply(Texts.Carried("Starters/start.py"));
        using FileStream file = File.Create(Path.Combine(folder, Name));
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, "README.md", texts.Page("README.md"));
        Add(zip, "start.py", python);
        Add(zip, "start.ipynb", Notebook.Of(python));
        Add(zip, "start.R", lesson.Apply(Texts.Carried("Starters/start.R")));
        foreach (string table in tables)
        {
            using FileStream source = File.OpenRead(Path.Combine(folder, table));
            using Stream entry = Entry(zip, table);
            source.CopyTo(entry);
        }
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using Stream entry = Entry(zip, name);
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(Folder + name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
