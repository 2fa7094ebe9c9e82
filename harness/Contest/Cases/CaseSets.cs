using System.Text;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Cases;

/// <summary>Reads sets of cases: one block group id a line.</summary>
internal sealed class CaseSets(FileIndex files, Func<string, bool> isKnown)
{
    public const string Whole = "all";

    public static IReadOnlyList<string> Names { get; } = ["example", "provisional", "final"];

    /// <summary>The block groups of a set of the package, in ordinal order.</summary>
    public IReadOnlyList<string> Of(string name)
    {
        if (name == Whole)
            return All();
        if (!Names.Contains(name))
            throw new PackageException($"'{name}' is not the name of a set; the sets are {string.Join(", ", Names)} and all.");
        string? path = files.Find(ContestFiles.Set(name));
        return path is not null
            ? Read(path)
            : throw new PackageException(
                $"The package has no {ContestFiles.Set(name)}; use the set all, or add the file: one block group id a line.");
    }

    public bool Has(string name) => files.Find(ContestFiles.Set(name)) is not null;

    /// <summary>The block groups of a file, in ordinal order; one listed twice is in the set once.</summary>
    /// <exception cref="PackageException">A block group the package does not know, or none at all.</exception>
    public IReadOnlyList<string> Read(string path)
    {
        using TextLines lines = LineFile.Read(path);
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (int line = 0; line < lines.Count; line++)
        {
            string id = Encoding.UTF8.GetString(TabFields.Trim(lines[line]));
            if (id.Length == 0)
                continue;
            if (!isKnown(id))
                throw new PackageException($"{path}, line {lines.FileLineNumber(line)}: the package knows no block group '{id}'; " +
                    $"it has neither a row in {ContestFiles.CensusBlockGroups} nor a file {ContestFiles.Locations(id)}. " +
                    "One block group id a line was expected.");
            ids.Add(id);
        }
        return ids.Count > 0 ? [.. ids] : throw new PackageException($"{path} names no block group; one id a line was expected.");
    }

    private IReadOnlyList<string> All()
    {
        string[] paths = Names.Select(name => files.Find(ContestFiles.Set(name))).OfType<string>().ToArray();
        IEnumerable<string> ids = paths.Length > 0
            ? paths.SelectMany(Read)
            : files.Names.Select(ContestFiles.BlockGroupOfLocations).OfType<string>();
        var sorted = new SortedSet<string>(ids, StringComparer.Ordinal);
        return sorted.Count > 0
            ? [.. sorted]
            : throw new PackageException("The package has neither sets/*.txt nor a file loc-[BG_ID].csv: it holds no case to run.");
    }
}
