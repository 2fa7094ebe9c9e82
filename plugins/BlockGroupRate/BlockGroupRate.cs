/// <summary>
/// The block group's own rate, spread evenly: per type, the events of January to the month before, divided by the locations and by
/// the days of those months.
/// </summary>
public class BostonRiskPredictor
{
    const int Disorder = 0, Medical = 1, Violent = 2, Other = 3, Types = 4;

    // Emergency_Type_Code_Table.csv of the real package and of the synthetic city, the first flag set. The table is not passed to a
    // predictor. A type with no flag set counts as other, and so does one that is not in the table: neither needs an entry.
    static readonly Dictionary<string, int> TypeOf = new(StringComparer.OrdinalIgnoreCase)
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

    readonly List<(string Place, int Type)> events = [];

    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        foreach (string line in emergencies)
        {
            string[] fields = line.Split('\t');
            if (fields.Length > 2 && HasDayIn(month, fields))
                events.Add((fields[0].Trim(), TypeOf.GetValueOrDefault(fields[1].Trim(), Other)));
        }
        return events.Count;
    }

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        int daysBefore = 0;
        for (int past = 1; past < month; past++)
            daysBefore += DateTime.DaysInMonth(2011, past);

        HashSet<string> places = [.. locations];
        int[] events = new int[Types];
        foreach ((string place, int type) in this.events)
            if (places.Contains(place))
                events[type]++;

        double[] prediction = new double[locations.Length * DateTime.DaysInMonth(2011, month) * Types];
        if (daysBefore == 0)
            return prediction;
        for (int cell = 0; cell < prediction.Length; cell++)
            prediction[cell] = events[cell % Types] / ((double)locations.Length * daysBefore);
        return prediction;
    }

    // Header lines are not passed, so columns are taken where the contest's statement has them: propID, final_type, Priority, and then
    // the date in the first field that reads as one. An emergency without a day in its month is not an event.
    static bool HasDayIn(int month, string[] fields)
    {
        for (int column = 2; column < fields.Length; column++)
            if (DayOfMonth(fields[column], month) > 0)
                return true;
        return false;
    }

    // 2011-09-05 or 9/5/2011, with or without a time; 0 when it is neither or lies outside the month.
    static int DayOfMonth(string field, int month)
    {
        string date = field.Trim().Split(' ', 'T')[0];
        string[] iso = date.Split('-'), american = date.Split('/');
        string[] yearMonthDay = american.Length == 3 ? [american[2], american[0], american[1]] : iso;
        return yearMonthDay.Length == 3
            && int.TryParse(yearMonthDay[0], out int year) && year == 2011
            && int.TryParse(yearMonthDay[1], out int monthRead) && monthRead == month
            && int.TryParse(yearMonthDay[2], out int day) && day >= 1 && day <= DateTime.DaysInMonth(2011, month)
            ? day : 0;
    }
}
