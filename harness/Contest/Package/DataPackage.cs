using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Truth;

namespace Evaluator.Contest.Package;

/// <summary>
/// A folder with the contest's files. It is indexed once, when opened; files are read when asked for and may be read from several
/// threads at once.
/// </summary>
public sealed class DataPackage
{
    private readonly FileIndex files;
    private readonly CaseSets sets;
    private readonly StreetLookup streets;
    private readonly Lazy<IReadOnlyList<string>> blockGroups;
    private readonly ReadingNotes reading = new();
    private IReadOnlyList<string> notes = [];

    private DataPackage(string folder)
    {
        Folder = folder;
        files = new FileIndex(folder);
        Columns = PackageColumns.Read(files.Find(ContestFiles.Columns));
        streets = new StreetLookup(Read);
        blockGroups = new(ReadBlockGroups);
        sets = new CaseSets(files, IsKnown);
    }

    /// <exception cref="PackageException">Not a folder, or one that is no data package; the message says which.</exception>
    public static DataPackage Open(string folder) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    public string Folder { get; }

    /// <summary>What the package calls the columns the evaluator reads.</summary>
    public PackageColumns Columns { get; }

    /// <summary>The ids of Census_Block_Groups.csv, each once, in ordinal order.</summary>
    public IReadOnlyList<string> BlockGroups => blockGroups.Value;

    /// <summary>
    /// What the last <see cref="RequireRunnable"/> found left out or dirty, and what was odd about the files read so far.
    /// </summary>
    public IReadOnlyList<string> Notes => [.. notes, .. reading.Texts()];

    /// <summary>
    /// The block groups of <c>example</c>, <c>provisional</c>, <c>final</c> or <c>all</c>, in ordinal order. All is the sets
    /// together, or every block group with a location file if the package has no sets.
    /// </summary>
    public IReadOnlyList<string> Set(string name) => sets.Of(name);

    /// <summary>Whether the package has a file of that set.</summary>
    public bool HasSet(string name) => sets.Has(name);

    /// <summary>Whether a set is called so; what is not may be a file.</summary>
    public static bool IsSetName(string name) => name == CaseSets.Whole || CaseSets.Names.Contains(name);

    /// <summary>
    /// The cases about which a competitor may know everything (ruling 13): the examples; none where the package has no such set.
    /// </summary>
    public IReadOnlyList<string> OpenCases => sets.Has("example") ? sets.Of("example") : [];

    /// <summary>The block groups a file names, one a line, in ordinal order.</summary>
    public IReadOnlyList<string> ReadSetFile(string path) => sets.Read(path);

    /// <summary>Checks all that a run needs, so that it is refused before it starts and not in its middle.</summary>
    /// <exception cref="PackageException">Names what is missing.</exception>
    public void RequireRunnable(IEnumerable<string> blockGroups, CallingSequence sequence, EmptyMonths emptyMonths = EmptyMonths.Refused) =>
        notes = new Readiness(this, files, emptyMonths).Check(blockGroups, sequence);

    /// <summary>The nine tables as the contest passes them; foreclosures up to August 2011.</summary>
    public StaticTables ReadStaticTables() => ReadStaticTables(CallingSequence.Official);

    /// <summary>The nine tables for other months: foreclosures up to the end of the month before the first predicted one.</summary>
    public StaticTables ReadStaticTables(CallingSequence sequence) =>
        StaticTables.Read(Read, Columns.ForeclosureDate, sequence.LastDayInSetup);

    /// <summary>Reads all that a run of these cases reads, so that <see cref="Notes"/> says what the run will have said at its
    /// end.</summary>
    /// <exception cref="PackageException">A file that is needed can't be read.</exception>
    public void ReadAll(IReadOnlyList<string> blockGroups, CallingSequence sequence)
    {
        ReadStaticTables(sequence).Dispose();
        _ = ReadEventTypes();
        try
        {
            Parallel.ForEach(blockGroups, blockGroup =>
            {
                foreach (int month in sequence.ReceivedMonths)
                    ReadMonth(blockGroup, month).Dispose();
                foreach (int month in sequence.PredictedMonths.Except(sequence.ReceivedMonths))
                    ReadEmergencies(blockGroup, month).Dispose();
            });
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is IOException or PackageException))
        {
            throw PackageException.FirstOf(several);
        }
    }

    public EventTypeTable ReadEventTypes()
    {
        using TextLines lines = Read(ContestFiles.EmergencyTypes);
        return EventTypeTable.Of(lines);
    }

    /// <exception cref="PackageException">No location file, or one that lists no location.</exception>
    public ContestCase ReadCase(string blockGroup)
    {
        using TextLines lines = Read(ContestFiles.Locations(blockGroup));
        return CaseReader.Read(blockGroup, lines, streets);
    }

    /// <summary>The events of a month, January = 1, as <c>receiveEvents</c> takes them.</summary>
    public MonthEvents ReadMonth(string blockGroup, int month) => new(
        ReadEvents(EventKind.Crm, blockGroup, month),
        ReadEvents(EventKind.Violations, blockGroup, month),
        ReadEvents(EventKind.Permits, blockGroup, month),
        ReadEvents(EventKind.Emergencies, blockGroup, month));

    /// <summary>The emergencies of a predicted month, which must be there.</summary>
    /// <exception cref="PackageException">They are not.</exception>
    public TextLines ReadEmergencies(string blockGroup, int month) => Read(ContestFiles.Events(EventKind.Emergencies, blockGroup, month));

    /// <summary>What is to be predicted of a case, as it lies in the package: the emergencies of the predicted months, one file after the
    /// other.</summary>
    /// <exception cref="PackageException">A month's file is not there.</exception>
    public byte[] ReadAnswer(string blockGroup, CallingSequence sequence) => [.. sequence.PredictedMonths.SelectMany(
        month => File.ReadAllBytes(files.Require(ContestFiles.Events(EventKind.Emergencies, blockGroup, month))))];

    /// <summary>What happened in a case's month.</summary>
    /// <exception cref="PackageException">No file of that month's emergencies, or its header lacks a column.</exception>
    public MonthTruth ReadTruth(ContestCase contestCase, int month, EventTypeTable types)
    {
        using TextLines emergencies = ReadEmergencies(contestCase.BlockGroup, month);
        return ReadTruth(contestCase, month, types, emergencies);
    }

    /// <summary>The same from lines that are read already.</summary>
    public MonthTruth ReadTruth(ContestCase contestCase, int month, EventTypeTable types, TextLines emergencies) =>
        GroundTruth.Read(contestCase, month, types, Columns, emergencies);

    /// <summary>Every file a run reads, by ordinal name: what a hash of the data covers.</summary>
    public IReadOnlyList<PackageFile> EnumerateFilesRead(IEnumerable<string> blockGroups, CallingSequence sequence) =>
        Found(NamesOfFilesRead(blockGroups, sequence));

    /// <summary>Those of them that are about one block group.</summary>
    public IReadOnlyList<PackageFile> EnumerateFilesOfCase(string blockGroup, CallingSequence sequence) =>
        Found(NamesOfCase(blockGroup, sequence).Distinct());

    /// <summary>The names that a run looks for, whether there are such files or not.</summary>
    public static IReadOnlySet<string> NamesOfFilesRead(IEnumerable<string> blockGroups, CallingSequence sequence)
    {
        var names = new SortedSet<string>(ContestFiles.SetupTables, StringComparer.Ordinal);
        names.UnionWith([ContestFiles.EmergencyTypes, ContestFiles.Columns]);
        names.UnionWith(CaseSets.Names.Select(ContestFiles.Set));
        foreach (string blockGroup in blockGroups)
            names.UnionWith(NamesOfCase(blockGroup, sequence));
        return names;
    }

    private static IEnumerable<string> NamesOfCase(string blockGroup, CallingSequence sequence) =>
    [
        ContestFiles.Locations(blockGroup),
        .. sequence.PredictedMonths.Select(month => ContestFiles.Events(EventKind.Emergencies, blockGroup, month)),
        .. sequence.ReceivedMonths.SelectMany(
            month => ContestFiles.EventKinds.Select(kind => ContestFiles.Events(kind, blockGroup, month))),
    ];

    private List<PackageFile> Found(IEnumerable<string> names)
    {
        var found = new List<PackageFile>();
        foreach (string name in names)
        {
            if (files.Find(name) is { } path)
                found.Add(new PackageFile(name, path));
        }
        return found;
    }

    /// <summary>The names of all of the contest's files that the package has, whether a run reads them or not.</summary>
    internal IEnumerable<string> Names => files.Names;

    /// <summary>The path of a file, or null if the package has none of that name.</summary>
    internal string? Find(string name) => files.Find(name);

    private TextLines Read(string name) => Noted(LineFile.Read(files.Require(name)));

    private TextLines ReadEvents(EventKind kind, string blockGroup, int month)
    {
        string? path = files.Find(ContestFiles.Events(kind, blockGroup, month));
        return path is null ? TextLines.Empty : Noted(LineFile.Read(path));
    }

    private TextLines Noted(TextLines lines)
    {
        reading.Look(lines);
        return lines;
    }

    private bool IsKnown(string blockGroup) =>
        files.Find(ContestFiles.Locations(blockGroup)) is not null || BlockGroups.Contains(blockGroup);

    private IReadOnlyList<string> ReadBlockGroups()
    {
        using TextLines lines = Read(ContestFiles.CensusBlockGroups);
        int column = Header.Require(lines, "BG_ID");
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (int line = 1; line < lines.Count; line++)
        {
            ReadOnlySpan<byte> id = TabFields.At(lines[line], column);
            if (!id.IsEmpty)
                ids.Add(System.Text.Encoding.UTF8.GetString(id));
        }
        return [.. ids];
    }
}
