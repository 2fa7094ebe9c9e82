namespace Evaluator.Contest.Lint;

/// <summary>What a fault is, and what becomes of it in a run (the rulings of the contest's rules).</summary>
public sealed record FaultText(string What, string Consequence)
{
    private const string PassedOn = "passed to the predictor as it stands";
    private const string NotCounted = "no event; the run reports it (ruling 6)";
    private const string NoRun = "the package can't be run";

    public static FaultText Of(Fault fault) => fault switch
    {
        Fault.NoTable => new("file that is no table of lines divided by TAB", "a run is refused if it needs the file; else passed on, and "
            + "the run names it"),
        Fault.OtherForm => new("file whose rows have another number of fields than its header", PassedOn + "; the run names it"),
        Fault.TableMissing => new("table that setup takes, or the emergency code table, is missing", NoRun),
        Fault.LocationFileMissing => new("block group without a location file", "the case can't be run"),
        Fault.EmergencyFileMissing => new("emergencies file of September to December missing", "the case can't be run"),
        Fault.EventFileMissing => new("other event file missing", "counts as empty"),
        Fault.OptionalTableMissing => new("optional table missing", "not needed"),
        Fault.ColumnMissing => new("column missing", "a run is refused if it needs the column; else " + PassedOn),
        Fault.NoRows => new("table, or kind of event file, without a single row", "nothing to pass on"),
        Fault.ColumnEmpty => new("column without a single value", PassedOn),
        Fault.FieldsMissing => new("line with fewer fields than the header", PassedOn + "; missing fields are empty"),
        Fault.Windows1252File => new("file not in UTF-8", "read as Windows-1252, whole (ruling 3)"),
        Fault.CrlfFile => new("file with CRLF line ends", "read like LF (ruling 3)"),
        Fault.ByteOrderMark => new("file with a byte-order mark", "dropped (ruling 3)"),
        Fault.IgnoredFile => new("file that a Mac left behind (._*, __MACOSX)", "ignored"),
        Fault.UnknownFile => new("file whose name is none of the contest's", "ignored"),
        Fault.AddressIdTwice => new("parcel with an AddressID that is there already", "one location; its first row counts (ruling 4)"),
        Fault.LandUseBlank => new("parcel without land use", PassedOn),
        Fault.DefaultPoint => new("parcel on a default point (one point, ten or more streets)", PassedOn),
        Fault.PointOffTheMap => new("parcel with a point that is no place", PassedOn),
        Fault.RangeAsNumber => new("street number that is no number (6-10)", PassedOn),
        Fault.ZipWithoutZero => new("zip code that lost its leading 0", PassedOn),
        Fault.BlockGroupIdMalformed => new("BG_ID that is not 12 digits", PassedOn),
        Fault.StreetUnknown => new("Ref_ID that is no street segment", "the street is what the location file says (ruling 4)"),
        Fault.AddressUnknown => new("parcel with a LocationID that is no address", PassedOn),
        Fault.TypeWithTwoFlags => new("final_type with several flags", "the first flag set counts (ruling 7)"),
        Fault.LocationTwice => new("location listed again in its block group", "counts once, at its first place (ruling 5)"),
        Fault.LocationWithoutStreet => new(
            "location without a street in its file", "its row in Parcels or Intersections, else a street of its own (ruling 4)"),
        Fault.LocationUnknown => new("location that is no parcel and no intersection", "still predicted for"),
        Fault.LocationInTwoBlockGroups => new("location listed in two block groups", "predicted for in both"),
        Fault.BlockGroupWithoutLocations => new("location file without a location", "the case can't be run"),
        Fault.PlaceBlank => new("record without a place", PassedOn),
        Fault.FloatAsId => new("place id written as a float (A52168.0)", PassedOn),
        Fault.PlaceElsewhere => new("record of a place in another block group", PassedOn),
        Fault.PlaceUnknown => new("record of a place that is nowhere", PassedOn),
        Fault.WrongKey => new("other key of the parcel (ParcelNum for AddressID or the reverse)", PassedOn),
        Fault.DateUnreadable => new("record whose date can't be read", PassedOn + "; a foreclosure is not passed (ruling 12)"),
        Fault.DateOutsideMonth => new("record dated outside its file's month", PassedOn),
        Fault.DescriptionBlank => new("violation without a description", PassedOn),
        Fault.SpellingTwin => new("description in its rarer spelling", PassedOn),
        Fault.CaseNumberTwice => new("violation with a case number that is there already", PassedOn),
        Fault.ForeclosureLate => new("foreclosure after 31 August 2011", "not passed; the run counts it (ruling 12)"),
        Fault.EmergencyWithoutPlace => new("emergency without a place", NotCounted),
        Fault.EmergencyElsewhere => new("emergency in another block group", NotCounted),
        Fault.EmergencyPlaceUnknown => new("emergency at a place that is nowhere", NotCounted),
        Fault.EmergencyDateUnreadable => new("emergency whose date can't be read", NotCounted),
        Fault.EmergencyOutsideMonth => new("emergency dated outside its file's month", NotCounted),
        Fault.TypeNotInTable => new("final_type that is not in the code table", "counts as other (ruling 7)"),
        Fault.TypeMisspelt => new("final_type in other case, or with blanks around it", "counts as the type it means (ruling 7)"),
        Fault.NothingPlaced => new(
            "emergencies file of September to December with rows of which none can be placed", NoRun + ", unless --allow-empty is said"),
        Fault.MonthWithoutEvents => new("month of September to December without an event", "every prediction of it scores 0"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a text."),
    };
}
