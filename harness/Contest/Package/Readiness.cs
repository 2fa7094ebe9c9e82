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
internal sealed class Readiness(DataPackage package, FileIndex files)
{
    private const int MostProblemsShown = 20;

    private readonly List<string> _problems = [];
    private readonly int[] _missingEventFiles = new int[ContestFiles.EventKinds.Count];
    private int _repeatedRows, _blankRows, _withoutStreet, _oddLocations, _repeatedTypes, _unreadableFlags;

    /// <summary>What is left out or dirty, counted, for the run's report.</summary>
    /// <exception cref="PackageException">Names what is missing or cannot be read.</exception>
    public IReadOnlyList<string> Check(IEnumerable<string> blockGroups, CallingSequence sequence)
    {
        CheckTables();
        foreach (string set in CaseSets.Names)
            if (files.Find(ContestFiles.Set(set)) is not null) Try(() => package.Set(set));
        if (_problems.Count == 0) // What is wrong with the tables would be said again for every case.
        {
            foreach (string blockGroup in blockGroups) CheckCase(blockGroup, sequence);
        }
        if (_problems.Count > 0) throw new PackageException(Summary());
        return Notes();
    }

    private void CheckTables()
    {
        foreach (string table in ContestFiles.SetupTables) Try(() => CheckTable(table));
        Try(() =>
        {
            EventTypeTable types = package.ReadEventTypes();
            (_repeatedTypes, _unreadableFlags) = (types.RepeatedRows, types.UnreadableFlags);
        });
    }

    private void CheckTable(string table)
    {
        using TextLines start = LineFile.ReadStart(files.Require(table), lines: 2);
        string[] columns = table switch
        {
            ContestFiles.Parcels => ["AddressID", "Ref_ID"],
            ContestFiles.Intersections => ["propID", "Ref_ID"],
            ContestFiles.CensusBlockGroups => ["BG_ID"],
            _ => [],
        };
        foreach (string column in columns) Header.Require(start, column);
        if (ContestFiles.IsForeclosures(table) && start.Count > 1)
            Header.Require(start, package.Columns.ForeclosureDate, StaticTables.ForeclosureAdvice);
    }

    private void CheckCase(string blockGroup, CallingSequence sequence)
    {
        string locations = ContestFiles.Locations(blockGroup);
        if (files.Find(locations) is null)
        {
            _problems.Add(package.BlockGroups.Contains(blockGroup)
                ? $"Block group {blockGroup} has no file {locations} at any depth in {package.Folder}. Add it, or leave the case out."
                : $"The package knows no block group '{blockGroup}'; {ContestFiles.CensusBlockGroups} lists those there are.");
            return; // No case at all: its months are not missed too.
        }
        Try(() => CheckLocations(blockGroup));
        foreach (int month in sequence.PredictedMonths) Try(() => CheckEmergencies(blockGroup, month));
        foreach (int month in sequence.ReceivedMonths)
        {
            foreach (EventKind kind in ContestFiles.EventKinds)
            {
                if (files.Find(ContestFiles.Events(kind, blockGroup, month)) is null) _missingEventFiles[(int)kind]++;
            }
        }
    }

    private void CheckLocations(string blockGroup)
    {
        ContestCase contestCase = package.ReadCase(blockGroup);
        _repeatedRows += contestCase.RepeatedRows;
        _blankRows += contestCase.BlankRows;
        _withoutStreet += contestCase.LocationsWithoutStreet;
        _oddLocations += contestCase.OddLocations;
    }

    private void CheckEmergencies(string blockGroup, int month)
    {
        using TextLines start = LineFile.ReadStart(files.Require(ContestFiles.Events(EventKind.Emergencies, blockGroup, month)), lines: 1);
        EventPlacer.Require(start, package.Columns);
    }

    private void Try(Action check)
    {
        try
        {
            check();
        }
        catch (PackageException fault)
        {
            _problems.Add(fault.Message);
        }
    }

    private string Summary()
    {
        if (_problems.Count == 1) return _problems[0];
        string shown = string.Join("\n  ", _problems.Take(MostProblemsShown));
        string rest = _problems.Count > MostProblemsShown ? $"\n  and {_problems.Count - MostProblemsShown} more" : "";
        return $"{package.Folder} cannot be run; {_problems.Count} things are wrong:\n  {shown}{rest}";
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        foreach (string table in ContestFiles.OptionalTables)
            if (files.Find(table) is null) notes.Add($"{table} is not in the package; it is not needed.");
        foreach (EventKind kind in ContestFiles.EventKinds)
        {
            string name = kind.ToString().ToLowerInvariant();
            Count(_missingEventFiles[(int)kind], $"{name} files of the months passed on are missing and count as empty.");
        }
        Count(_repeatedTypes, "rows of the code table name a final_type again; its first row counts.");
        Count(_unreadableFlags, "flags of the code table are no number and count as not set.");
        Count(_repeatedRows, "rows of location files name a location again; it counts once, at its first place.");
        Count(_blankRows, "rows of location files have no propID and are left out.");
        Count(_withoutStreet, "locations have no known street; each is a street of its own.");
        Count(_oddLocations, "locations are neither A… nor I…; they are passed on as they stand.");
        return notes;

        void Count(int number, string what)
        {
            if (number > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}"));
        }
    }
}
