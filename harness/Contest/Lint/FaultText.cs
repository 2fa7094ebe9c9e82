namespace Evaluator.Contest.Lint;

/// <summary>What a fault is, and what becomes of it in a run (the rulings of the contest's rules).</summary>
public sealed record FaultText(string What, string Consequence)
{
    private const string PassedOn = "passed to the predictor as it stands";
    private const string NotCounted = "no event; the run reports it (ruling 6)";
    private const string NoRun = "the package can't be run";

    public static FaultText Of(DataFault fault) => fault switch
    {
        DataFault.NoTable => new(
            "file that is no table of lines divided by TAB", "a run is refused if it needs the file; else passed on, and "
            + "the run names it"),
        DataFault.OtherForm => new("file whose rows have another number of fields than its header", PassedOn + "; the run names it"),
        DataFault.TableMissing => new("table that setup takes, or the emergency code table, is missing", NoRun),
        DataFault.LocationFileMissing => new("block group without a location file", "the case can't be run"),
        DataFault.EmergencyFileMissing => new("emergencies file of September to December missing", "the case can't be run"),
        DataFault.EventFileMissing => new("other event file missing", "counts as empty"),
        DataFault.OptionalTableMissing => new("optional table missing", "not needed"),
        DataFault.ColumnMissing => new("column missing", "a run is refused if it needs the column; else " + PassedOn),
        DataFault.NoRows => new("table, or kind of event file, without a single row", "nothing to pass on"),
        DataFault.ColumnEmpty => new("column without a single value", PassedOn),
        DataFault.FieldsMissing => new("line with fewer fields than the header", PassedOn + "; missing fields are empty"),
        DataFault.Windows1252File => new("file not in UTF-8", "read as Windows-1252, whole (ruling 3)"),
        DataFault.CrlfFile => new("file with CRLF line ends", "read like LF (ruling 3)"),
        DataFault.ByteOrderMark => new("file with a byte-order mark", "dropped (ruling 3)"),
        DataFault.IgnoredFile => new("file that a Mac left behind (._*, __MACOSX)", "ignored"),
        DataFault.UnknownFile => new("file whose name is none of the contest's", "ignored"),
        DataFault.AddressIdTwice => new("parcel with an AddressID that is there already", "one location; its first row counts (ruling 4)"),
        DataFault.LandUseBlank => new("parcel without land use", PassedOn),
        DataFault.DefaultPoint => new("parcel on a default point (one point, ten or more streets)", PassedOn),
        DataFault.PointOffTheMap => new("parcel with a point that is no place", PassedOn),
        DataFault.RangeAsNumber => new("street number that is no number (6-10)", PassedOn),
        DataFault.ZipWithoutZero => new("zip code that lost its leading 0", PassedOn),
        DataFault.BlockGroupIdMalformed => new("BG_ID that is not 12 digits", PassedOn),
        DataFault.StreetUnknown => new("Ref_ID that is no street segment", "the street is what the location file says (ruling 4)"),
        DataFault.AddressUnknown => new("parcel with a LocationID that is no address", PassedOn),
        DataFault.TypeWithTwoFlags => new("final_type with several flags", "the first flag set counts (ruling 7)"),
        DataFault.LocationTwice => new("location listed again in its block group", "counts once, at its first place (ruling 5)"),
        DataFault.LocationWithoutStreet => new(
            "location without a street in its file", "its row in Parcels or Intersections, else a street of its own (ruling 4)"),
        DataFault.LocationUnknown => new("location that is no parcel and no intersection", "still predicted for"),
        DataFault.LocationInTwoBlockGroups => new("location listed in two block groups", "predicted for in both"),
        DataFault.BlockGroupWithoutLocations => new("location file without a location", "the case can't be run"),
        DataFault.PlaceBlank => new("record without a place", PassedOn),
        DataFault.FloatAsId => new("place id written as a float (A52168.0)", PassedOn),
        DataFault.PlaceElsewhere => new("record of a place in another block group", PassedOn),
        DataFault.PlaceUnknown => new("record of a place that is nowhere", PassedOn),
        DataFault.WrongKey => new("other key of the parcel (ParcelNum for AddressID or the reverse)", PassedOn),
        DataFault.DateUnreadable => new("record whose date can't be read", PassedOn + "; a foreclosure is not passed (ruling 12)"),
        DataFault.DateOutsideMonth => new("record dated outside its file's month", PassedOn),
        DataFault.DescriptionBlank => new("violation without a description", PassedOn),
        DataFault.SpellingTwin => new("description in its rarer spelling", PassedOn),
        DataFault.CaseNumberTwice => new("violation with a case number that is there already", PassedOn),
        DataFault.ForeclosureLate => new("foreclosure after 31 August 2011", "not passed; the run counts it (ruling 12)"),
        DataFault.EmergencyWithoutPlace => new("emergency without a place", NotCounted),
        DataFault.EmergencyElsewhere => new("emergency in another block group", NotCounted),
        DataFault.EmergencyPlaceUnknown => new("emergency at a place that is nowhere", NotCounted),
        DataFault.EmergencyDateUnreadable => new("emergency whose date can't be read", NotCounted),
        DataFault.EmergencyOutsideMonth => new("emergency dated outside its file's month", NotCounted),
        DataFault.TypeNotInTable => new("final_type that is not in the code table", "counts as other (ruling 7)"),
        DataFault.TypeMisspelt => new("final_type in other case, or with blanks around it", "counts as the type it means (ruling 7)"),
        DataFault.NothingPlaced => new(
            "emergencies file of September to December with rows of which none can be placed", NoRun + ", unless --allow-empty is said"),
        DataFault.MonthWithoutEvents => new("month of September to December without an event", "every prediction of it scores 0"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a text."),
    };
}
