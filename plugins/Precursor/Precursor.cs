/// <summary>
/// SmoothedRate, and what comes before the events: some violations, service requests and foreclosures raise the rates that follow, at
/// the place, on the street and in the block group.
/// <para>
/// A place that had a cause at work last spring, and has none now, should not be expected to go on as in spring. So a place's days are
/// counted in effective days (a day at doubled rate counts twice), rates are estimated per effective day, and the prediction
/// multiplies by the effect that is at work in the predicted month.
/// </para>
/// <para>The effects are those of the synthetic city (its MODEL.md, "Precursors"); real data would have to be asked for theirs.</para>
/// </summary>
public class BostonRiskPredictor
{
    const int Types = EmergencyTypes.Count, Weekdays = 7;

    const double MonthlyDecay = 0.9;       // an event counts 0.9 times as much for each month it is older
    const double StreetShape = 10, LocationShape = 0.65;
    const double WeekdayEvents = 80;       // a block group sees few events on a Monday: its weekday factors are shrunk towards 1
    const double MixEvents = 50;           // and its mix of types towards the city's
    static readonly double[] CityMix = [0.15, 0.20, 0.08, 0.57];

    // The score is the reciprocal of an error, so a quiet month hit well weighs more than a busy one: aim three quarters of an event
    // a month below the mean. Worth 23 points of 3012 in those months.
    const double AimBelow = 0.75;

    record struct Emergency(string Place, int Type, int Month, int Day);

    // What raises the rates of the months after it, by how much for each type (disorder, medical, violent, other), and for how long.
    record Effect(Reach Reach, int Months, double[] Factors);

    enum Reach { Place, Street, BlockGroup }

    static readonly Effect
        UnsafeBuilding = new(Reach.Place, 4, [4.0, 1.8, 4.0, 1.6]),
        HousingComplaint = new(Reach.Place, 3, [3.0, 1.6, 3.0, 1.4]),
        Graffiti = new(Reach.Street, 3, [2.2, 1.0, 2.2, 1.15]),
        Foreclosure = new(Reach.Street, 6, [2.0, 1.3, 2.2, 1.2]),
        NeedleWave = new(Reach.BlockGroup, 3, [1.7, 1.5, 1.8, 1.1]);

    const int NeedlesOfAWave = 3;

    record struct Cause(Effect Effect, string Place, int Month);

    readonly List<Emergency> emergencies = [];
    readonly List<Cause> causes = [];
    string[] parcels = [], intersections = [], petitions = [];
    bool petitionsToRead = true;
    Dictionary<string, string>? streetOf;

    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs)
    {
        this.parcels = parcels;
        this.intersections = intersections;
        petitions = foreclosurePetitions;
        return 0;
    }

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        foreach (string line in emergencies)
        {
            int day = Line.DayOfEmergency(line, month);
            if (day > 0)
                this.emergencies.Add(new(Line.Field(line, 0), EmergencyTypes.Of(Line.Field(line, 1)), month, day));
        }
        foreach (string line in violations)
            if (Line.Field(line, 4).StartsWith("Unsafe", StringComparison.Ordinal))
                causes.Add(new(UnsafeBuilding, "A" + Line.Field(line, 5), month));
        int needles = 0;
        foreach (string line in CRMs)
        {
            if (Line.Field(line, 3) == "Housing")
                causes.Add(new(HousingComplaint, Line.Field(line, 7), month));
            if (Line.Field(line, 3) == "Graffiti")
                causes.Add(new(Graffiti, Line.Field(line, 7), month));
            if (Line.Field(line, 4) == "Needle Pickup")
                needles++;
        }
        if (needles >= NeedlesOfAWave)
            causes.Add(new(NeedleWave, "", month));
        return 0;
    }

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        int days = Calendar.DaysIn[month];
        double[] prediction = new double[locations.Length * days * Types];
        if (month == 1 || locations.Length == 0)
            return prediction;

        Dictionary<string, int> indexOf = [];
        for (int location = 0; location < locations.Length; location++)
            indexOf.TryAdd(locations[location], location);
        int[] street = StreetIndices(locations, indexOf);
        double[][] effects = Effects(month, street, indexOf);
        double[] rate = Rates(month, street, indexOf, effects);
        double[] weekday = WeekdayFactors(month, indexOf);

        int firstWeekday = Calendar.Weekday(month, 1), cell = 0;
        for (int location = 0; location < locations.Length; location++)
            for (int day = 0; day < days; day++)
                for (int type = 0; type < Types; type++)
                    prediction[cell++] = rate[location * Types + type] * weekday[(firstWeekday + day) % Weekdays];
        return prediction;
    }

    // For each month up to the predicted one and each location and type: by how much the rate is raised. Of several effects of one
    // reach the largest counts; those of different reach multiply.
    double[][] Effects(int month, int[] street, Dictionary<string, int> indexOf)
    {
        if (petitionsToRead)
            ReadPetitions(indexOf);
        double[][] effects = new double[month + 1][];
        for (int at = 1; at <= month; at++)
        {
            double[] all = effects[at] = new double[street.Length * Types];
            Array.Fill(all, 1);
            foreach (Reach reach in Enum.GetValues<Reach>())
            {
                double[] largest = new double[street.Length * Types];
                Array.Fill(largest, 1);
                foreach (Cause cause in causes)
                    if (cause.Effect.Reach == reach && cause.Month < at && at <= cause.Month + cause.Effect.Months)
                        Raise(largest, cause, street, indexOf);
                for (int i = 0; i < all.Length; i++)
                    all[i] *= largest[i];
            }
        }
        return effects;
    }

    static void Raise(double[] largest, Cause cause, int[] street, Dictionary<string, int> indexOf)
    {
        bool placed = indexOf.TryGetValue(cause.Place, out int place);
        for (int location = 0; location < street.Length; location++)
        {
            bool reached = cause.Effect.Reach switch
            {
                Reach.Place => placed && location == place,
                Reach.Street => placed && street[location] == street[place],
                _ => true,
            };
            for (int type = 0; reached && type < Types; type++)
                largest[location * Types + type] = Math.Max(largest[location * Types + type], cause.Effect.Factors[type]);
        }
    }

    // A petition names the parcel's number, not its address id. Months before January count on: December 2010 is month 0.
    void ReadPetitions(Dictionary<string, int> indexOf)
    {
        petitionsToRead = false;
        Dictionary<string, string> placeOf = [];
        foreach (string row in parcels)
            if (indexOf.ContainsKey("A" + Line.Field(row, 3)))
                placeOf.TryAdd(Line.Field(row, 5), "A" + Line.Field(row, 3));
        foreach (string row in petitions)
            if (placeOf.TryGetValue(Line.Field(row, 0), out string? place) && DateOnly.TryParse(Line.Field(row, 1), out DateOnly date))
                causes.Add(new(Foreclosure, place, (date.Year - 2011) * 12 + date.Month));
    }

    // Events per effective day, times the effect at work in the month: for each location and type.
    double[] Rates(int month, int[] street, Dictionary<string, int> indexOf, double[][] effects)
    {
        int locations = street.Length;
        double[] weight = new double[month];
        double nextWeight = 1;
        for (int past = month - 1; past >= 1; past--)
        {
            weight[past] = nextWeight;
            nextWeight *= MonthlyDecay;
        }

        double[] own = new double[locations * Types], onStreet = new double[locations * Types], inGroup = new double[Types];
        double all = 0;
        foreach (Emergency emergency in emergencies)
            if (indexOf.TryGetValue(emergency.Place, out int location) && emergency.Month < month)
            {
                double w = weight[emergency.Month];
                own[location * Types + emergency.Type] += w;
                onStreet[street[location] * Types + emergency.Type] += w;
                inGroup[emergency.Type] += w;
                all += w;
            }

        double[] ownDays = new double[locations * Types], streetDays = new double[locations * Types], groupDays = new double[Types];
        for (int past = 1; past < month; past++)
            for (int i = 0; i < ownDays.Length; i++)
            {
                double days = weight[past] * Calendar.DaysIn[past] * effects[past][i];
                ownDays[i] += days;
                streetDays[street[i / Types] * Types + i % Types] += days;
                groupDays[i % Types] += days;
            }

        double[] rate = new double[locations * Types];
        for (int type = 0; type < Types; type++)
        {
            double share = (inGroup[type] + MixEvents * CityMix[type]) / (all + MixEvents);
            double groupRate = all * share / groupDays[type];
            double perMonth = 0;
            for (int location = 0; location < locations; location++)
                perMonth += groupRate * effects[month][location * Types + type] * Calendar.DaysIn[month];
            double aim = perMonth / (perMonth + AimBelow);
            for (int location = 0; location < locations; location++)
            {
                int i = location * Types + type, s = street[location] * Types + type;
                double streetRate = Shrunk(onStreet[s], streetDays[s], groupRate, StreetShape);
                rate[i] = aim * effects[month][i] * Shrunk(own[i], ownDays[i], streetRate, LocationShape);
            }
        }
        return rate;
    }

    static double Shrunk(double events, double days, double rate, double shape) => rate * (events + shape) / (rate * days + shape);

    // All types together: a block group's events are too few to tell a Monday's assaults from its vandalism.
    double[] WeekdayFactors(int month, Dictionary<string, int> indexOf)
    {
        double[] events = new double[Weekdays], days = new double[Weekdays];
        double allEvents = 0, allDays = 0;
        foreach (Emergency emergency in emergencies)
            if (indexOf.ContainsKey(emergency.Place) && emergency.Month < month)
            {
                events[Calendar.Weekday(emergency.Month, emergency.Day)]++;
                allEvents++;
            }
        for (int past = 1; past < month; past++)
            for (int day = 1; day <= Calendar.DaysIn[past]; day++)
            {
                days[Calendar.Weekday(past, day)]++;
                allDays++;
            }

        double[] factor = new double[Weekdays];
        for (int weekday = 0; weekday < Weekdays; weekday++)
            factor[weekday] = (WeekdayEvents + events[weekday]) / (WeekdayEvents + allEvents * days[weekday] / allDays);
        return factor;
    }

    // A street is named by its first location's index; a location without a known street is a street of its own.
    int[] StreetIndices(string[] locations, Dictionary<string, int> indexOf)
    {
        if (streetOf is null)
        {
            streetOf = [];
            AddStreets(parcels, "A", 3, 0, indexOf);
            AddStreets(intersections, "I", 7, 3, indexOf);
        }
        Dictionary<string, int> firstOn = [];
        int[] street = new int[locations.Length];
        for (int location = 0; location < locations.Length; location++)
        {
            street[location] = location;
            if (!streetOf.TryGetValue(locations[location], out string? name) || name.Length == 0)
                continue;
            if (!firstOn.TryAdd(name, location))
                street[location] = firstOn[name];
        }
        return street;
    }

    // Header lines are not passed, so columns are taken where the contest's statement has them. The first row with an id counts.
    void AddStreets(string[] rows, string prefix, int idColumn, int streetColumn, Dictionary<string, int> indexOf)
    {
        foreach (string row in rows)
        {
            string place = prefix + Line.Field(row, idColumn);
            if (indexOf.ContainsKey(place))
                streetOf!.TryAdd(place, Line.Field(row, streetColumn));
        }
    }
}
