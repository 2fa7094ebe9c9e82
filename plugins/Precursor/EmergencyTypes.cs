/// <summary>Which of the four types an emergency is.</summary>
static class EmergencyTypes
{
    public const int Disorder = 0, Medical = 1, Violent = 2, Other = 3, Count = 4;

    // Emergency_Type_Code_Table.csv of the real package and of the synthetic city, the first flag set. The table is not passed to a
    // predictor. A type with no flag set counts as other, and so does one that is not in the table: neither needs an entry.
    static readonly Dictionary<string, int> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Vandalism"] = Disorder,
        ["Verbal Disputes"] = Disorder,
        ["Medical Assistance"] = Medical,
        ["Simple Assault"] = Violent,

        ["DISTRBDRUNKS"] = Disorder,
        ["DISTRBNOISE"] = Disorder,
        ["DISTRBPANHAN"] = Disorder,
        ["DISTRBPARTY"] = Disorder,
        ["IVPERLEWD"] = Disorder,
        ["LANTEN"] = Disorder,
        ["LOITER"] = Disorder,
        ["TRESPASS"] = Disorder,
        ["VANDIP"] = Disorder,
        ["VANDRPT"] = Disorder,
        ["ABDPN"] = Medical,
        ["CARDARR"] = Medical,
        ["CHESTPN"] = Medical,
        ["DIFFBR"] = Medical,
        ["EDP2"] = Medical,
        ["FALLEMS"] = Medical,
        ["INJURY"] = Medical,
        ["MATERN"] = Medical,
        ["OVERDOSE"] = Medical,
        ["SEIZURE"] = Medical,
        ["STROKE"] = Medical,
        ["UNCONS"] = Medical,
        ["UNKEMS"] = Medical,
        ["AB===>>>"] = Violent,
        ["ABDWIP"] = Violent,
        ["ABIP"] = Violent,
        ["ABRPT"] = Violent,
        ["ARMROB"] = Violent,
        ["DVIP"] = Violent,
        ["FDWEAPGUN"] = Violent,
        ["FIGHT"] = Violent,
        ["PERGUN"] = Violent,
        ["PKNIFE"] = Violent,
        ["PSHOT"] = Violent,
        ["ROBIP"] = Violent,
        ["SHOTS"] = Violent,
    };

    public static int Of(string finalType) => Known.GetValueOrDefault(finalType, Other);
}
