using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;

namespace Evaluator.Contest.Lint;

/// <summary>
/// Reads all of a data package and reports what is there, what is missing and what is dirty. Dirt is the normal state of real data:
/// only what makes a run impossible is a reason to refuse it, and <see cref="LintReport.WhyNotRunnable"/> says so in the words of the run.
/// </summary>
public sealed class PackageLint
{
    private readonly string folder;
    private readonly FileIndex files;
    private readonly DataPackage package;
    private readonly FindingLog log = new();

    private PackageLint(string folder)
    {
        package = DataPackage.Open(folder);
        this.folder = package.Folder;
        files = new FileIndex(this.folder);
        files.RequireFiles();
    }

    /// <param name="progress">Told the number of block groups done, and of all.</param>
    /// <exception cref="PackageException">No folder, or none of the contest's files in it.</exception>
    public static LintReport Check(string folder, IProgress<(int Done, int Total)>? progress = null) =>
        new PackageLint(folder).Check(progress);

    private LintReport Check(IProgress<(int Done, int Total)>? progress)
    {
        FindOtherFiles();
        var geography = new GeographyLint(files, package.Columns, log);
        geography.Check();
        string[] blockGroups = BlockGroups();
        var locations = new LocationLint(files, geography, log);
        foreach (string blockGroup in blockGroups)
            locations.Check(blockGroup);

        var types = new TypeNames(files.Find(ContestFiles.EmergencyTypes));
        var parts = new BlockGroupLint[blockGroups.Length];
        int done = 0;
        Parallel.For(0, parts.Length, i =>
        {
            parts[i] = new BlockGroupLint(blockGroups[i], files, package.Columns, geography, locations, types);
            parts[i].Check();
            progress?.Report((Interlocked.Increment(ref done), parts.Length));
        });
        JoinParts(parts);
        string? whyNot = WhyNotRunnable(out int cases);
        List<FileTally> tallies = Tallies(geography, locations, parts);
        IReadOnlyList<string> notes = whyNot is null ? package.Notes : [];
        return new LintReport(folder, whyNot, notes, tallies, Keys(geography, locations, parts), log.ToFindings(),
            blockGroups.Length, cases, locations.Locations, parts.Sum(part => part.Events), parts.Sum(part => part.Unplaced));
    }

    /// <summary>Those of the census table, of the sets and of the location files.</summary>
    private string[] BlockGroups()
    {
        var ids = new SortedSet<string>(files.Names.Select(ContestFiles.BlockGroupOfLocations).OfType<string>(), StringComparer.Ordinal);
        if (files.Find(ContestFiles.CensusBlockGroups) is not null && log.CountOf(DataFault.ColumnMissing) == 0)
            ids.UnionWith(package.BlockGroups);
        return [.. ids];
    }

    /// <summary>Files that a run does not read; a misspelt name is among them.</summary>
    private void FindOtherFiles()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string path in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            bool inNoise =
                path.Contains($"{Path.DirectorySeparatorChar}__MACOSX{Path.DirectorySeparatorChar}", StringComparison.OrdinalIgnoreCase);
            if (inNoise || Path.GetFileName(path.AsSpan()).StartsWith("._"))
                log.Add(DataFault.IgnoredFile, path);
            else if (ContestFiles.IndexName(Path.GetDirectoryName(path), Path.GetFileName(path)) is null)
                log.Add(DataFault.UnknownFile, path);
        }
    }

    private void JoinParts(BlockGroupLint[] parts)
    {
        var descriptions = new DescriptionLint();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (BlockGroupLint part in parts)
        {
            log.Join(part.Log);
            descriptions.Join(part.Descriptions);
            foreach ((string number, string file, int line) in part.CaseNumbers)
                if (!numbers.Add(number))
                    log.Add(DataFault.CaseNumberTwice, file, number, line);
        }
        descriptions.Report(log);
    }

    private string? WhyNotRunnable(out int cases)
    {
        cases = 0;
        try
        {
            IReadOnlyList<string> all = package.Set(CaseSets.Whole);
            cases = all.Count;
            package.RequireRunnable(all, CallingSequence.Official);
            package.ReadAll(all, CallingSequence.Official);
            return null;
        }
        catch (PackageException fault)
        {
            return fault.Message;
        }
    }

    private List<FileTally> Tallies(GeographyLint geography, LocationLint locations, BlockGroupLint[] parts)
    {
        var tallies = new List<FileTally>(geography.Tables) { new("loc-*", locations.Files, locations.Rows) };
        foreach (EventKind kind in ContestFiles.EventKinds)
        {
            string name = kind.ToString().ToLowerInvariant() + "-*";
            long rows = parts.Sum(part => part.RowsOfKind[(int)kind]);
            tallies.Add(new FileTally(name, (int)parts.Sum(part => part.FilesOfKind[(int)kind]), rows));
            if (rows == 0)
                log.Add(DataFault.NoRows, name);
        }
        foreach (string name in files.Names.Where(IsListedAlone).Order(StringComparer.OrdinalIgnoreCase))
        {
            using TextLines lines = LineFile.Read(files.Require(name));
            int header = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            tallies.Add(new FileTally(name, 1, Math.Max(0, lines.Count - header)));
        }
        return tallies;
    }

    /// <summary>Sets, and events before the contest's year.</summary>
    private static bool IsListedAlone(string name) =>
        name.StartsWith("sets/", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-PAST.csv", StringComparison.OrdinalIgnoreCase);

    private static List<ForeignKey> Keys(GeographyLint geography, LocationLint locations, BlockGroupLint[] parts)
    {
        var keys = new List<ForeignKey>([.. geography.Keys, .. locations.Keys]);
        for (int kind = 0; kind < ContestFiles.EventKinds.Count && parts.Length > 0; kind++)
        {
            KeyTally tally = parts[0].Keys[kind];
            foreach (BlockGroupLint part in parts.Skip(1))
                tally.Join(part.Keys[kind]);
            keys.Add(tally.ToForeignKey());
        }
        return keys;
    }
}
