/// <summary>
/// Your predictor. The evaluator finds it by this name (the namespace does not matter), makes one instance for each block group, and
/// calls it in this order:
///
///     setup(...)                      the geography of the whole city, once
///     receiveEvents(1) ... (8)        what happened in this block group, January to August
///     predict(9), receiveEvents(9)    your forecast for September; then you are told what September brought
///     predict(10), receiveEvents(10), predict(11), receiveEvents(11), predict(12)
///
/// A block group has 30 seconds of CPU time and 1024 MB of memory. An exception, a wrong length or a NaN anywhere costs the whole block
/// group: it scores 0. There is no network and no file but your own folder, and each block group starts in a fresh process, so
/// statics carry nothing over.
/// </summary>
public class BostonRiskPredictor
{
    // The four types of events, in the order the forecast wants them. An error in violent crime weighs 20, disorder 8, medical 6, other 1.
    const int Disorder = 0, Medical = 1, Violent = 2, Other = 3, Types = 4;

    // How much of its own history a location needs before it counts for more than its block group's: the events of most locations can be
    // counted on one hand, and a rate made of two events is mostly luck. A first guess; --months 5-8 tells you a better one.
    const double Shape = 0.6;

    // Emergency_Type_Code_Table.csv as the data packages have it. It is not passed to a predictor, so it is carried here. A type that is not
    // in it, or that has no flag there, counts as other.
    static readonly Dictionary<string, int> TypeOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Vandalism"] = Disorder, ["Verbal Disputes"] = Disorder, ["Medical Assistance"] = Medical, ["Simple Assault"] = Violent,

        ["DISTRBDRUNKS"] = Disorder, ["DISTRBNOISE"] = Disorder, ["DISTRBPANHAN"] = Disorder, ["DISTRBPARTY"] = Disorder,
        ["IVPERLEWD"] = Disorder, ["LANTEN"] = Disorder, ["LOITER"] = Disorder, ["TRESPASS"] = Disorder, ["VANDIP"] = Disorder,
        ["VANDRPT"] = Disorder,
        ["ABDPN"] = Medical, ["CARDARR"] = Medical, ["CHESTPN"] = Medical, ["DIFFBR"] = Medical, ["EDP2"] = Medical, ["FALLEMS"] = Medical,
        ["INJURY"] = Medical, ["MATERN"] = Medical, ["OVERDOSE"] = Medical, ["SEIZURE"] = Medical, ["STROKE"] = Medical,
        ["UNCONS"] = Medical, ["UNKEMS"] = Medical,
        ["AB===>>>"] = Violent, ["ABDWIP"] = Violent, ["ABIP"] = Violent, ["ABRPT"] = Violent, ["ARMROB"] = Violent, ["DVIP"] = Violent,
        ["FDWEAPGUN"] = Violent, ["FIGHT"] = Violent, ["PERGUN"] = Violent, ["PKNIFE"] = Violent, ["PSHOT"] = Violent, ["ROBIP"] = Violent,
        ["SHOTS"] = Violent,
    };

    readonly Dictionary<string, int[]> _eventsAt = [];

    /// <summary>The city: each array holds the lines of one file, header and empty lines removed, fields parted by tabs. The result means nothing.</summary>
    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs) => 0;

    /// <summary>What happened in one month (January = 1). Only the emergencies are forecast; the rest may give them away beforehand.</summary>
    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        foreach (string line in emergencies)
        {
            // propID, final_type, Priority, date. Real data is dirty: expect short lines, empty fields, unknown places.
            string[] fields = line.Split('\t');
            if (fields.Length < 2)
                continue;
            string place = fields[0].Trim();
            if (!_eventsAt.TryGetValue(place, out int[]? events))
                _eventsAt[place] = events = new int[Types];
            events[TypeOf.GetValueOrDefault(fields[1].Trim(), Other)]++;
        }
        return 0;
    }

    /// <summary>
    /// The forecast of one month: for every location, every day and every type the expected number of events, so 0.02 is a fine answer.
    /// </summary>
    /// <param name="locations">Identifiers of parcels (A...) and intersections (I...).</param>
    /// <returns>locations x days x 4 numbers; the one of location i, day d (from 0) and type k stands at (i * days + d) * 4 + k.</returns>
    public double[] predict(string BG_ID, int month, string[] locations)
    {
        int days = DateTime.DaysInMonth(2011, month);
        double[] prediction = new double[locations.Length * days * Types];
        int daysKnown = new DateTime(2011, month, 1).DayOfYear - 1;
        if (daysKnown == 0)
            return prediction;

        for (int type = 0; type < Types; type++)
        {
            int inBlockGroup = locations.Sum(location => EventsAt(location, type));
            double usual = inBlockGroup / ((double)locations.Length * daysKnown);
            if (usual == 0)
                continue;
            for (int i = 0; i < locations.Length; i++)
            {
                // The gamma-Poisson estimate: between the block group's usual rate and the location's own, by how much is known.
                double rate = usual * (EventsAt(locations[i], type) + Shape) / (usual * daysKnown + Shape);
                for (int day = 0; day < days; day++)
                    prediction[(i * days + day) * Types + type] = rate;
            }
        }
        return prediction;
    }

    int EventsAt(string location, int type) => _eventsAt.TryGetValue(location, out int[]? events) ? events[type] : 0;
}
