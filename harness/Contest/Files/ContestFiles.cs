namespace Evaluator.Contest.Files;

/// <summary>What the contest calls its files.</summary>
internal static class ContestFiles
{
    public const string Parcels = "Parcels.csv";
    public const string Intersections = "Intersections.csv";
    public const string CensusBlockGroups = "Census_Block_Groups.csv";
    public const string EmergencyTypes = "Emergency_Type_Code_Table.csv";
    public const string Columns = "package.json";

    public const string EventCounts = "Event_counts.csv";

    private const string LocationsPrefix = "loc-";
    private const string Extension = ".csv";
    private const string SetsFolder = "sets";
    private static readonly string[] KindPrefixes = ["crm-", "violations-", "permits-", "emergencies-"];
    private static readonly string[] SetFiles = ["example.txt", "provisional.txt", "final.txt"];

    /// <summary>The tables <c>setup</c> takes, in its order.</summary>
    public static IReadOnlyList<string> SetupTables { get; } =
    [
        Parcels, "Addresses.csv", "Street_segments.csv", Intersections, CensusBlockGroups,
        "Foreclosure_Deeds.csv", "Foreclosure_Distressed_Props.csv", "Foreclosure_Petitions.csv", "Foreclosure_REOs.csv",
    ];

    public static IReadOnlyList<string> OptionalTables { get; } =
        ["Land_Use_Code_Table.csv", "CRM_Case_Type_Code_Table.csv", EventCounts];

    public static IReadOnlyList<EventKind> EventKinds { get; } = Enum.GetValues<EventKind>();

    public static bool IsForeclosures(string table) => table.StartsWith("Foreclosure_", StringComparison.Ordinal);

    public static string Locations(string blockGroup) => $"{LocationsPrefix}{blockGroup}{Extension}";

    public static string Events(EventKind kind, string blockGroup, int month) =>
        $"{KindPrefixes[(int)kind]}{blockGroup}-{month}{Extension}";

    /// <summary>Events before the contest's year, for training; never passed to a predictor.</summary>
    public static string Past(EventKind kind) => $"{KindPrefixes[(int)kind]}PAST{Extension}";

    public static string Set(string set) => $"{SetsFolder}/{set}.txt";

    /// <summary>The block group a location file is of; null for any other file.</summary>
    public static string? BlockGroupOfLocations(string name) =>
        name.StartsWith(LocationsPrefix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? name[LocationsPrefix.Length..^Extension.Length]
            : null;

    /// <summary>The name to index a file under: its own, or <c>sets/NAME</c>; null if it is none of the contest's,
    /// such as the <c>._NAME</c> that macOS leaves beside each file it packs.</summary>
    public static string? IndexName(ReadOnlySpan<char> folder, ReadOnlySpan<char> name)
    {
        if (name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return IsContestCsv(name) ? name.ToString() : null;
        if (name.Equals(Columns, StringComparison.OrdinalIgnoreCase))
            return Columns;
        bool inSets = Path.GetFileName(folder).Equals(SetsFolder, StringComparison.OrdinalIgnoreCase);
        return inSets && IsAny(name, SetFiles) ? $"{SetsFolder}/{name}" : null;
    }

    private static bool IsContestCsv(ReadOnlySpan<char> name)
    {
        if (name.StartsWith(LocationsPrefix, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (string prefix in KindPrefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        return IsAny(name, SetupTables) || IsAny(name, OptionalTables) || name.Equals(EmergencyTypes, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAny(ReadOnlySpan<char> name, IReadOnlyList<string> names)
    {
        foreach (string candidate in names)
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
