namespace Evaluator.Contest.Lint;

/// <summary>What can be wrong with a data package. The order is the order of the report; the names are those of <c>--json</c>
/// and of the generator's <c>--dirt</c>.</summary>
public enum DataFault
{
    // Files
    NoTable,
    OtherForm,
    TableMissing,
    LocationFileMissing,
    EmergencyFileMissing,
    EventFileMissing,
    OptionalTableMissing,
    ColumnMissing,
    NoRows,
    ColumnEmpty,
    FieldsMissing,
    Windows1252File,
    CrlfFile,
    ByteOrderMark,
    IgnoredFile,
    UnknownFile,

    // Geography
    AddressIdTwice,
    LandUseBlank,
    DefaultPoint,
    PointOffTheMap,
    RangeAsNumber,
    ZipWithoutZero,
    BlockGroupIdMalformed,
    StreetUnknown,
    AddressUnknown,
    TypeWithTwoFlags,

    // Location files
    LocationTwice,
    LocationWithoutStreet,
    LocationUnknown,
    LocationInTwoBlockGroups,
    BlockGroupWithoutLocations,

    // Events but emergencies
    PlaceBlank,
    FloatAsId,
    PlaceElsewhere,
    PlaceUnknown,
    WrongKey,
    DateUnreadable,
    DateOutsideMonth,
    DescriptionBlank,
    SpellingTwin,
    CaseNumberTwice,
    ForeclosureLate,

    // Emergencies
    EmergencyWithoutPlace,
    EmergencyElsewhere,
    EmergencyPlaceUnknown,
    EmergencyDateUnreadable,
    EmergencyOutsideMonth,
    TypeNotInTable,
    TypeMisspelt,
    MonthWithoutEvents,
    NothingPlaced,
}
