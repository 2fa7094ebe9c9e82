using System.Text;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>Checks the event files of one block group. Block groups are checked in parallel, so each has a log of its own.</summary>
internal sealed class BlockGroupLint(
    string blockGroup, FileIndex files, PackageColumns columns, GeographyLint geography, LocationLint locations, TypeNames types)
{
    private const int Months = 12;
    private const string OwnLocations = "locations of its block group";

    private static readonly (EventKind Kind, string Date, string Key, string Prefix)[] RecordFiles =
    [
        (EventKind.Crm, "OPEN_DT", "propID", ""), (EventKind.Violations, "date", "AddressID", "A"),
            (EventKind.Permits, "date", "Block", "A"),
    ];

    public FindingLog Log { get; } = new();
    public DescriptionLint Descriptions { get; } = new();
    public List<(string Number, string File, int Line)> CaseNumbers { get; } = [];
    public long[] FilesOfKind { get; } = new long[4];
    public long[] RowsOfKind { get; } = new long[4];

    /// <summary>By event kind: how the places of its records fare.</summary>
    public KeyTally[] Keys { get; } =
    [
        new("crm-*.propID", OwnLocations), new("violations-*.AddressID", OwnLocations), new("permits-*.Block", OwnLocations),
        new($"emergencies-*.{columns.EmergencyLocation}", OwnLocations),
    ];

    public long Events { get; private set; }
    public long Unplaced { get; private set; }

    public void Check()
    {
        for (int month = 1; month <= Months; month++)
        {
            foreach ((EventKind kind, string date, string key, string prefix) in RecordFiles)
                With(kind, month, lines => CheckRecords(kind, lines, month, date, key, prefix));
            With(EventKind.Emergencies, month, lines => CheckEmergencies(lines, month));
        }
    }

    private void With(EventKind kind, int month, Action<TextLines> check)
    {
        string name = ContestFiles.Events(kind, blockGroup, month);
        if (files.Find(name) is not { } path)
        {
            bool predicted = kind == EventKind.Emergencies && CallingSequence.Official.PredictedMonths.Contains(month);
            Log.Add(predicted ? DataFault.EmergencyFileMissing : DataFault.EventFileMissing, name);
            return;
        }
        using TextLines lines = LintedFile.Read(path, Log);
        FilesOfKind[(int)kind]++;
        RowsOfKind[(int)kind] += Math.Max(0, lines.Count - 1);
        if (lines.Count > 0)
            check(lines);
    }

    private void CheckRecords(EventKind kind, TextLines lines, int month, string dateName, string keyName, string prefix)
    {
        int date = LintedFile.Column(lines, dateName, Log);
        int key = LintedFile.Column(lines, keyName, Log);
        int number = kind == EventKind.Violations ? LintedFile.Column(lines, "CaseNumber", Log) : -1;
        int description = kind == EventKind.Violations ? LintedFile.Column(lines, "DESCRIPT", Log) : -1;
        foreach (Row row in LintedFile.Rows(lines, Log))
        {
            if (key >= 0 && FaultOfPlace(kind, row[key], prefix) is { } misplaced)
                Log.Add(misplaced, lines, row.Line);
            if (date >= 0 && FaultOfDate(row[date], month) is { } misdated)
                Log.Add(misdated, lines, row.Line);
            if (!row[number].IsEmpty)
                CaseNumbers.Add((Encoding.UTF8.GetString(row[number]), lines.Path, lines.FileLineNumber(row.Line)));
            if (description < 0)
                continue;
            if (row[description].IsEmpty)
                Log.Add(DataFault.DescriptionBlank, lines, row.Line);
            else
                Descriptions.Add(Encoding.UTF8.GetString(row[description]), lines, row.Line);
        }
    }

    private DataFault? FaultOfPlace(EventKind kind, ReadOnlySpan<byte> key, string prefix)
    {
        string place = prefix + Encoding.UTF8.GetString(key);
        bool here = !key.IsEmpty && locations.Has(blockGroup, place);
        Keys[(int)kind].Count(key.IsEmpty, here);
        if (here)
            return null;
        if (key.IsEmpty)
            return DataFault.PlaceBlank;
        if (key.EndsWith(".0"u8))
            return DataFault.FloatAsId;
        if (kind == EventKind.Permits && geography.ParcelNumbers.Contains(key))
            return DataFault.WrongKey;
        return IsSomewhere(place) ? DataFault.PlaceElsewhere : DataFault.PlaceUnknown;
    }

    private static DataFault? FaultOfDate(ReadOnlySpan<byte> field, int month) =>
        !EventDate.TryRead(field, out DateOnly date) ? DataFault.DateUnreadable
        : date.Year != ContestYear.Number || date.Month != month ? DataFault.DateOutsideMonth
        : null;

    private void CheckEmergencies(TextLines lines, int month)
    {
        int place = LintedFile.Column(lines, columns.EmergencyLocation, Log);
        int date = LintedFile.Column(lines, columns.EmergencyDate, Log);
        int type = LintedFile.Column(lines, columns.EmergencyType, Log);
        long placed = 0;
        foreach (Row row in LintedFile.Rows(lines, Log))
        {
            if (type >= 0 && types.FaultOf(row.Raw(type)) is { } misnamed)
                Log.Add(misnamed, lines, row.Line);
            if (FaultOfEmergency(row[place], row[date], month) is { } lost)
            {
                Log.Add(lost, lines, row.Line);
                Unplaced++;
                continue;
            }
            placed++;
        }
        Events += placed;
        if (placed > 0 || !CallingSequence.Official.PredictedMonths.Contains(month))
            return;
        Log.Add(lines.Count > 1 ? DataFault.NothingPlaced : DataFault.MonthWithoutEvents, lines.Path);
    }

    /// <summary>Looked at in the order of the ground truth: place, date, month.</summary>
    private DataFault? FaultOfEmergency(ReadOnlySpan<byte> place, ReadOnlySpan<byte> date, int month)
    {
        string identifier = Encoding.UTF8.GetString(place);
        bool here = locations.Has(blockGroup, identifier);
        Keys[(int)EventKind.Emergencies].Count(place.IsEmpty, here);
        if (place.IsEmpty)
            return DataFault.EmergencyWithoutPlace;
        if (!here)
            return IsSomewhere(identifier) ? DataFault.EmergencyElsewhere : DataFault.EmergencyPlaceUnknown;
        return FaultOfDate(date, month) switch
        {
            DataFault.DateUnreadable => DataFault.EmergencyDateUnreadable,
            DataFault.DateOutsideMonth => DataFault.EmergencyOutsideMonth,
            _ => null,
        };
    }

    private bool IsSomewhere(string place) => locations.IsListed(place) || locations.IsInTables(place);
}
