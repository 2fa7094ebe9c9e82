using System.Globalization;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Truth;

namespace Evaluator.Contest.Package;

/// <summary>
/// Looks at all a run will need before anything runs: what makes the package unusable is gathered into one message, what merely
/// is dirty or left out is counted.
/// </summary>
internal sealed class Readiness(DataPackage package, FileIndex files, EmptyMonths emptyMonths)
{
    private const int MostProblemsShown = 20;

    /// <summary>
    /// From this share of rows that can't be placed on, a file is named by the run; single rows are counted by the truth.
    /// </summary>
    private const int OneRowIn = 10;

    private const int FewestRows = 2;

    private readonly List<string> problems = [];
    private readonly int[] missingEventFiles = new int[ContestFiles.EventKinds.Count];
    private readonly List<string> fewPlaced = [];
    private EventTypeTable? types;
    private int repeatedRows, blankRows, withoutStreet, oddLocations, repeatedTypes, unreadableFlags;

    /// <summary>What is left out or dirty, counted, for the run's report.</summary>
    /// <exception cref="PackageException">Names what is missing or cannot be read.</exception>
    public IReadOnlyList<string> Check(IEnumerable<string> blockGroups, CallingSequence sequence)
    {
        CheckTables();
        foreach (string set in CaseSets.Names)
            if (files.Find(ContestFiles.Set(set)) is not null)
                Try(() => package.Set(set));
        bool soundTables = problems.Count == 0;
        foreach (string blockGroup in blockGroups)
        {
            if (soundTables)
                CheckCase(blockGroup, sequence);
            else
                CheckFiles(blockGroup, sequence);    // what is wrong with the tables would be said again for every case
        }
        if (problems.Count > 0)
            throw new PackageException(Summary());
        return Notes();
    }

    private void CheckTables()
    {
        foreach (string table in ContestFiles.SetupTables)
            Try(() => CheckTable(table));
        Try(() =>
        {
            RequireTable(ContestFiles.EmergencyTypes);
            types = package.ReadEventTypes();
            (repeatedTypes, unreadableFlags) = (types.RepeatedRows, types.UnreadableFlags);
        });
    }

    private void CheckTable(string table)
    {
        using TextLines start = RequireTable(table);
        string[] columns = table switch
        {
            ContestFiles.Parcels => ["AddressID", "Ref_ID"],
            ContestFiles.Intersections => ["propID", "Ref_ID"],
            ContestFiles.CensusBlockGroups => ["BG_ID"],
            _ => [],
        };
        foreach (string column in columns)
            Header.Require(start, column);
        if (ContestFiles.IsForeclosures(table) && start.Count > 1)
            Header.Require(start, package.Columns.ForeclosureDate, StaticTables.ForeclosureAdvice);
    }

    private void CheckCase(string blockGroup, CallingSequence sequence)
    {
        string locations = ContestFiles.Locations(blockGroup);
        if (files.Find(locations) is null)
        {
            problems.Add(package.BlockGroups.Contains(blockGroup)
                ? $"Block group {blockGroup} has no file {locations} at any depth in {package.Folder}. Add it, or leave the case out."
                : $"The package knows no block group '{blockGroup}'; {ContestFiles.CensusBlockGroups} lists those there are.");
            return; // No case at all: its months are not missed too.
        }
        ContestCase? contestCase = null;
        Try(() => contestCase = CheckLocations(blockGroup));
        foreach (int month in sequence.PredictedMonths)
            Try(() => CheckEmergencies(blockGroup, month, contestCase));
        foreach (int month in sequence.ReceivedMonths)
        {
            foreach (EventKind kind in ContestFiles.EventKinds)
            {
                if (files.Find(ContestFiles.Events(kind, blockGroup, month)) is null)
                    missingEventFiles[(int)kind]++;
            }
        }
    }

    /// <summary>Whether they are there, so that whoever adds a table is not sent away a second time.</summary>
    private void CheckFiles(string blockGroup, CallingSequence sequence)
    {
        Try(() => files.Require(ContestFiles.Locations(blockGroup)));
        foreach (int month in sequence.PredictedMonths)
            Try(() => files.Require(ContestFiles.Events(EventKind.Emergencies, blockGroup, month)));
    }

    private ContestCase CheckLocations(string blockGroup)
    {
        RequireTable(ContestFiles.Locations(blockGroup)).Dispose();
        ContestCase contestCase = package.ReadCase(blockGroup);
        repeatedRows += contestCase.RepeatedRows;
        blankRows += contestCase.BlankRows;
        withoutStreet += contestCase.LocationsWithoutStreet;
        oddLocations += contestCase.OddLocations;
        return contestCase;
    }

    /// <summary>
    /// Reads the whole file: an autumn of which nothing can be placed scores 0 for everybody, and would otherwise end as a good run.
    /// </summary>
    private void CheckEmergencies(string blockGroup, int month, ContestCase? contestCase)
    {
        string name = ContestFiles.Events(EventKind.Emergencies, blockGroup, month);
        using TextLines lines = LineFile.Read(RequireForm(name));
        EventPlacer.Require(lines, package.Columns);
        if (contestCase is null || types is null || lines.Count < 2)
            return;
        (int placed, UnplacedEvents unplaced) = GroundTruth.Tally(contestCase, month, types, package.Columns, lines);
        if (placed == 0 && emptyMonths == EmptyMonths.Refused)
            throw new PackageException(
                $"{lines.Path}: none of its {lines.Count - 1} rows can be placed ({Reasons(unplaced)}); "
                + $"{FormOf(lines)}{FormOfLocations(blockGroup)}every prediction of that month would score 0. Mend the file, or say "
                + "--allow-empty.");
        if (unplaced.Total * OneRowIn > lines.Count - 1 && unplaced.Total >= FewestRows)
            fewPlaced.Add($"{lines.Path} ({unplaced.Total} of {lines.Count - 1} rows: {Reasons(unplaced)})");
    }

    private static string FormOf(TextLines lines) =>
        RowWidths.Of(lines) is { AreOfAnotherForm: true } widths ? $"it is a file {widths.What}; " : "";

    /// <summary>Where the locations are read from other columns than was meant, no place is among them.</summary>
    private string FormOfLocations(string blockGroup)
    {
        using TextLines lines = LineFile.Read(files.Require(ContestFiles.Locations(blockGroup)));
        return RowWidths.Of(lines) is { AreOfAnotherForm: true } widths ? $"{lines.Path} is a file {widths.What}; " : "";
    }

    private static string Reasons(UnplacedEvents unplaced)
    {
        (int Count, string What)[] reasons =
        [
            (unplaced.UnknownLocation, "at a place that is none of the block group's"),
                (unplaced.UnreadableDate, "with a date that can't be read"),
            (unplaced.OutsideMonth, "dated outside the month"),
        ];
        return string.Join(", ", reasons.Where(reason => reason.Count > 0).Select(reason => $"{reason.Count} {reason.What}"));
    }

    /// <summary>The header and the first row of a file that must be a table.</summary>
    private TextLines RequireTable(string name) => LineFile.ReadStart(RequireForm(name), lines: 2);

    /// <exception cref="PackageException">There is no such file, or it has another form than a table of lines divided by TAB.</exception>
    private string RequireForm(string name)
    {
        string path = files.Require(name);
        using TextLines start = LineFile.ReadStart(path, lines: 2);
        if ((FileShape.WhyNoTable(start) ?? FileShape.WrongDivider(start)) is { } form)
            throw new PackageException($"{path} is {form}.");
        return path;
    }

    private void Try(Action check)
    {
        try
        {
            check();
        }
        catch (PackageException fault)
        {
            problems.Add(fault.Message);
        }
    }

    private string Summary()
    {
        if (problems.Count == 1)
            return problems[0];
        string shown = string.Join("\n  ", problems.Take(MostProblemsShown));
        string rest = problems.Count > MostProblemsShown ? $"\n  and {problems.Count - MostProblemsShown} more" : "";
        return $"{package.Folder} cannot be run; {problems.Count} things are wrong:\n  {shown}{rest}";
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        foreach (EventKind kind in ContestFiles.EventKinds)
        {
            string name = kind.ToString().ToLowerInvariant();
            Count(missingEventFiles[(int)kind], $"{name} files of the months passed on are missing and count as empty.");
        }
        if (files.UnreachableNote is { } unreachable)
            notes.Add(unreachable);
        if (fewPlaced.Count > 0)
            notes.Add($"{fewPlaced.Count} emergencies files have many rows that can't be placed, {fewPlaced[0]} for one.");
        Count(repeatedTypes, "rows of the code table name a final_type again; its first row counts.");
        Count(unreadableFlags, "flags of the code table are no number and count as not set.");
        Count(repeatedRows, "rows of location files name a location again; it counts once, at its first place.");
        Count(blankRows, "rows of location files have no propID and are left out.");
        Count(withoutStreet, "locations have no known street; each is a street of its own.");
        Count(oddLocations, "locations are neither A… nor I…; they are passed on as they stand.");
        return notes;

        void Count(int number, string what)
        {
            if (number > 0)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}"));
        }
    }
}
