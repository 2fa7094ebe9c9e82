using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>Checks the tables of the whole city, and keeps their keys for the checks of files that refer to them.</summary>
internal sealed class GeographyLint(FileIndex files, PackageColumns columns, FindingLog log)
{
    private const int DigitsOfABlockGroup = 12;

    private static readonly DateOnly LastForeclosurePassed = CallingSequence.Official.LastDayInSetup;

    private readonly KeyTally streetOfParcel = new("Parcels.Ref_ID", "Street_segments.Ref_ID");
    private readonly KeyTally streetOfAddress = new("Addresses.REF_ID", "Street_segments.Ref_ID");
    private readonly KeyTally streetOfIntersection = new("Intersections.Ref_ID", "Street_segments.Ref_ID");
    private readonly KeyTally addressOfParcel = new("Parcels.LocationID", "Addresses.LocationID");
    private readonly KeyTally parcelOfForeclosure = new("Foreclosure_*.ParcelID", "Parcels.ParcelNum");

    public KeySet Streets { get; } = new();
    public KeySet Addresses { get; } = new();
    public KeySet AddressIds { get; } = new();
    public KeySet ParcelNumbers { get; } = new();
    public KeySet Intersections { get; } = new();
    public List<FileTally> Tables { get; } = [];

    public IEnumerable<ForeignKey> Keys =>
    [
        streetOfParcel.ToForeignKey(), streetOfAddress.ToForeignKey(), streetOfIntersection.ToForeignKey(),
        addressOfParcel.ToForeignKey(), parcelOfForeclosure.ToForeignKey(),
    ];

    /// <summary>Tables that are referred to come before those that refer to them.</summary>
    public void Check()
    {
        With("Street_segments.csv", CheckStreets);
        With("Addresses.csv", CheckAddresses);
        With(ContestFiles.Parcels, CheckParcels);
        With(ContestFiles.Intersections, CheckIntersections);
        With(ContestFiles.CensusBlockGroups, lines => CheckBlockGroupIds(lines));
        foreach (string table in ContestFiles.SetupTables.Where(ContestFiles.IsForeclosures))
            With(table, CheckForeclosures);
        With(ContestFiles.EmergencyTypes, CheckTypes);
        foreach (string table in ContestFiles.OptionalTables)
            With(table, _ => { }, DataFault.OptionalTableMissing);
    }

    private void With(string table, Action<TextLines> check, DataFault ifMissing = DataFault.TableMissing)
    {
        if (files.Find(table) is not { } path)
        {
            log.Add(ifMissing, table);
            return;
        }
        using TextLines lines = LintedFile.Read(path, log);
        Tables.Add(new FileTally(table, 1, Math.Max(0, lines.Count - 1)));
        check(lines);
        if (lines.Count <= 1)
            log.Add(DataFault.NoRows, table);
        else
            CheckColumns(lines);
    }

    private void CheckColumns(TextLines lines)
    {
        var row = new Row(lines);
        row.MoveTo(0);
        bool[] hasValue = new bool[row.Fields];
        for (int line = 1; line < lines.Count; line++)
        {
            row.MoveTo(line);
            for (int column = 0; column < hasValue.Length; column++)
                hasValue[column] |= !row[column].IsEmpty;
        }
        row.MoveTo(0);
        for (int column = 0; column < hasValue.Length; column++)
            if (!hasValue[column])
                log.Add(DataFault.ColumnEmpty, lines.Path, System.Text.Encoding.UTF8.GetString(row[column]));
    }

    private void CheckStreets(TextLines lines)
    {
        int key = LintedFile.Column(lines, "Ref_ID", log);
        foreach (Row row in LintedFile.Rows(lines, log))
            Streets.Add(row[key]);
        CheckBlockGroupIds(lines);
    }

    private void CheckAddresses(TextLines lines)
    {
        int key = LintedFile.Column(lines, "LocationID", log);
        int street = LintedFile.Column(lines, "REF_ID", log);
        foreach (Row row in LintedFile.Rows(lines, log))
        {
            Addresses.Add(row[key]);
            CheckStreet(row, street, streetOfAddress);
        }
        CheckBlockGroupIds(lines);
    }

    private void CheckParcels(TextLines lines)
    {
        int Column(string name) => LintedFile.Column(lines, name, log);
        (int key, int number, int street, int address) = (Column("AddressID"), Column("ParcelNum"), Column("Ref_ID"), Column("LocationID"));
        (int use, int zip, int streetNumber) = (Column("LandUse"), Column("ZipCd"), Column("StreetNbrS"));
        var points = new PointLint(log, Column("X"), Column("Y"), street);
        foreach (Row row in LintedFile.Rows(lines, log))
        {
            if (!row[key].IsEmpty && !AddressIds.Add(row[key]))
                log.Add(DataFault.AddressIdTwice, lines, row.Line);
            if (!row[number].IsEmpty)
                ParcelNumbers.Add(row[number]);
            CheckStreet(row, street, streetOfParcel);
            bool known = Addresses.Contains(row[address]);
            addressOfParcel.Count(row[address].IsEmpty, known);
            if (!row[address].IsEmpty && !known)
                log.Add(DataFault.AddressUnknown, lines, row.Line);
            if (use >= 0 && row[use].IsEmpty)
                log.Add(DataFault.LandUseBlank, lines, row.Line);
            if (row[zip].Length == 4 && IsNumber(row[zip]))
                log.Add(DataFault.ZipWithoutZero, lines, row.Line);
            if (!row[streetNumber].IsEmpty && !IsNumber(row[streetNumber]))
                log.Add(DataFault.RangeAsNumber, lines, row.Line);
            points.Add(row);
        }
        points.Finish();
    }

    private void CheckIntersections(TextLines lines)
    {
        int key = LintedFile.Column(lines, "propID", log);
        int street = LintedFile.Column(lines, "Ref_ID", log);
        foreach (Row row in LintedFile.Rows(lines, log))
        {
            Intersections.Add(row[key]);
            CheckStreet(row, street, streetOfIntersection);
        }
        CheckBlockGroupIds(lines);
    }

    private void CheckForeclosures(TextLines lines)
    {
        int key = LintedFile.Column(lines, "ParcelID", log);
        int date = LintedFile.Column(lines, columns.ForeclosureDate, log);
        foreach (Row row in LintedFile.Rows(lines, log))
        {
            bool known = ParcelNumbers.Contains(row[key]);
            parcelOfForeclosure.Count(row[key].IsEmpty, known);
            if (!known && AddressIds.Contains(row[key]))
                log.Add(DataFault.WrongKey, lines, row.Line);
            if (!EventDate.TryRead(row[date], out DateOnly day))
                log.Add(DataFault.DateUnreadable, lines, row.Line);
            else if (day > LastForeclosurePassed)
                log.Add(DataFault.ForeclosureLate, lines, row.Line);
        }
    }

    private void CheckTypes(TextLines lines)
    {
        int[] flags = [.. new[] { "Disorder", "MedEmerg", "Violent" }.Select(name => LintedFile.Column(lines, name, log))];
        foreach (Row row in LintedFile.Rows(lines, log))
        {
            Row current = row;
            if (flags.Count(flag => current[flag].SequenceEqual("1"u8)) > 1)
                log.Add(DataFault.TypeWithTwoFlags, lines, row.Line);
        }
    }

    private void CheckStreet(Row row, int column, KeyTally tally)
    {
        bool known = Streets.Contains(row[column]);
        tally.Count(row[column].IsEmpty, known);
        if (!row[column].IsEmpty && !known)
            log.Add(DataFault.StreetUnknown, row.Lines, row.Line);
    }

    private void CheckBlockGroupIds(TextLines lines)
    {
        int column = LintedFile.Column(lines, "BG_ID", log);
        if (column < 0)
            return;
        for (int line = 1; line < lines.Count; line++)
        {
            ReadOnlySpan<byte> id = TabFields.At(lines[line], column);
            if (!id.IsEmpty && (id.Length != DigitsOfABlockGroup || !IsNumber(id)))
                log.Add(DataFault.BlockGroupIdMalformed, lines, line);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> field) => field.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
