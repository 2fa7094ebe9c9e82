using System.Text;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.City;

/// <summary>
/// Measures a generated package against the figures it is modelled on. The targets and their sources are those of MODEL.md, whose table is
/// written from this list.
/// </summary>
internal sealed class CityMeasurements
{
    private static readonly string[] TypeNames = ["disorder", "medical", "violent", "other"];
    private static readonly double[] PoliceMonths = [1777, 1842, 1866, 1886, 2033, 1999, 2069, 2006, 2073, 2037, 1921, 1839];

    private static readonly double[] ReportsAYear = [8_850, 6_598, 4_414, 27_030];

    private readonly DataPackage package;
    private readonly double scale; // share of Boston's 544 block groups
    private readonly EmergencyCounts emergencies;
    private readonly EmergencyCounts thinned; // to the number of police reports of a year, from which the targets are
    private readonly List<Measurement> all = [];
    private long ranges, parcelRows, addressRows, segments, intersections;

    private CityMeasurements(DataPackage package)
    {
        this.package = package;
        scale = package.BlockGroups.Count / 544.0;
        emergencies = new EmergencyCounts(package, [1, 1, 1, 1]);
        thinned = new EmergencyCounts(package,
            [.. ReportsAYear.Select((reports, type) => reports * scale / emergencies.BlockGroups.Sum(place => place.Year(type)))]);
    }

    public static IReadOnlyList<Measurement> Of(DataPackage package)
    {
        var measurements = new CityMeasurements(package);
        measurements.MeasureGeography();
        measurements.MeasurePeople();
        measurements.MeasureVolume();
        measurements.MeasureDays();
        measurements.MeasureConcentration();
        measurements.MeasurePersistence();
        measurements.MeasureRecords();
        return measurements.all;
    }

    private void Add(string quantity, string target, double measured, double low, double high, string format = "N0") =>
        all.Add(new Measurement(quantity, target, measured, low, high, format));

    /// <summary>A figure that grows with the city, within a tolerance given as a share.</summary>
    private void AddScaled(string quantity, string target, double measured, double boston, double tolerance) =>
        Add(quantity, target, measured, boston * scale * (1 - tolerance), boston * scale * (1 + tolerance));

    private void MeasureGeography()
    {
        using StaticTables tables = package.ReadStaticTables();
        int parcels = Column(tables.Tables[0], "AddressID").Distinct().Count();
        parcelRows = tables.Tables[0].Count - 1;
        ranges = Column(tables.Tables[1], "Address").Count(text => text.Split(' ')[0].Contains('-'));
        addressRows = tables.Tables[1].Count - 1;
        segments = tables.Tables[2].Count - 1;
        intersections = tables.Tables[3].Count - 1;
        AddScaled("addresses", "98,355 (O'Brien 2019)", addressRows, 98_355, 0.05);
        AddScaled("parcels", "165,000 (inferred)", parcels, 165_000, 0.05);
        AddScaled("streets with addresses", "13,048 (O'Brien 2019)", segments, 13_048, 0.05);
        AddScaled("intersections", "ids to 8,766 (requests of 2015)", intersections, 8_800, 0.06);
        Add("locations of a block group, mean", "some 300 (inferred)",
            emergencies.Locations.Count / (double)emergencies.BlockGroups.Count, 270, 350);
        Add("addresses of a street, mean", "7.5 = 98,355 / 13,048", (double)addressRows / segments, 7.0, 8.0, "F2");
        Add("addresses that are a range, %", "15 (7,326 of 49,648)", 100.0 * ranges / addressRows, 14, 16, "F1");
    }

    private void MeasurePeople()
    {
        using StaticTables tables = package.ReadStaticTables();
        TextLines census = tables.Tables[4];
        double Median(string column) => Statistics.Quantile(Column(census, column).Select(double.Parse), 0.5);
        Add("people of a block group, median", "1,050 (census table)", Median("TotalPop"), 950, 1_150);
        Add("median income, median", "52,304 (census table)", Median("MedIncomeHouse"), 47_000, 57_500);
        Add("home ownership, median", "0.387 (census table)", Median("Homeownership"), 0.33, 0.44, "F3");
        Add("median age, median", "32.8 (census table)", Median("medage"), 31.3, 34.3, "F1");
        Add("share of white people, median", "0.54 (census table)", Median("propwhite"), 0.44, 0.64, "F2");
        Add("share of black people, median", "0.094 (census table)", Median("propblack"), 0.06, 0.14, "F3");
        Add("people a square mile, median", "19,903 (census table)", Median("popden"), 16_000, 24_000);
    }

    private void MeasureVolume()
    {
        AddScaled("emergencies placed, a year", "500,000 (inferred from BARI's 1 million in two years)", emergencies.Total, 500_000, 0.03);
        string[] targets = ["12", "25", "6", "57"];
        for (int type = 0; type < EmergencyCounts.Types; type++)
        {
            int t = type;
            double share = 100 * emergencies.BlockGroups.Sum(place => place.Year(t)) / emergencies.Total;
            double target = double.Parse(targets[type]);
            Add($"of them {TypeNames[type]}, %", $"{targets[type]} (inferred)", share, target - 1, target + 1, "F1");
        }
        Add("place, day and type with two or more, %, thinned", "3.9 (police reports)", 100.0 * thinned.CellsTwiceOrMore / thinned.Cells,
            0.3, 6, "F1");
    }

    private void MeasureDays()
    {
        Add("season of all but medical: correlation with police dispatches by month", "1",
            Statistics.Correlation(PoliceMonths, MonthlyMeans([0, 2, 3])), 0.9, 1, "F2");
        Add("violent: Sunday over Monday", "1.22 = 1.10 / 0.90 (simple assault)", WeekdayMean(2, 6) / WeekdayMean(2, 0), 1.12, 1.32, "F2");
        Add("medical: Sunday over Thursday", "0.84 = 0.90 / 1.07", WeekdayMean(1, 6) / WeekdayMean(1, 3), 0.80, 0.90, "F2");
        Add("daily variance / mean, thinned: medical", "1.0 – 1.3 (police reports)", Overdispersion([1]), 0.9, 1.5, "F2");
        Add("daily variance / mean, thinned: violent", "1.2 (police reports)", Overdispersion([2]), 1.0, 1.5, "F2");
        Add("daily variance / mean, thinned: disorder", "1.5 – 1.6 (police reports)", Overdispersion([0]), 1.2, 1.9, "F2");
        Add("daily variance / mean, thinned: all", "1.8 – 2.4 (police reports)", Overdispersion([0, 1, 2, 3]), 1.4, 2.8, "F2");
    }

    private void MeasureConcentration()
    {
        double[] parcels = [.. emergencies.Locations.Where(place => place.Key[0] == 'A').Select(place => place.Value.Year())];
        Add("addresses with half of the events at addresses, %", "below 2 (O'Brien and Winship 2017)",
            100.0 * Statistics.HalfAt(parcels) / addressRows, 1.2, 2.4, "F2");
        Add("locations with half of the events, %, thinned", "2.2 (police reports)", Share(thinned, place => place.Year()), 1.2, 3.0,
            "F2");
        string[] targets = ["1.65", "1.35", "0.98"];
        for (int type = 0; type < targets.Length; type++)
        {
            int t = type;
            double target = double.Parse(targets[type]);
            Add($"the same, {TypeNames[type]}, %, thinned", $"{targets[type]} (police reports)", Share(thinned, place => place.Year(t)),
                target * 0.5, target * 1.5, "F2");
        }
        double busiest = emergencies.Locations.Values.Max(place => place.Year());
        Add("events of the busiest location, % of the city's", "0.64 (609 of 95,835)", 100 * busiest / emergencies.Total * scale, 0.1,
            0.9, "F2");
        double[] disorder = [.. emergencies.BlockGroups.Select(place => place.Year(0))];
        double sd = Statistics.Deviation(disorder);
        Add("block groups by disorder: (third quartile - median) / sd", "0.43 (BARI's score of 2011: 0.59 + 0.96 over 3.6)",
            (Statistics.Quantile(disorder, 0.75) - Statistics.Quantile(disorder, 0.5)) / sd, 0.2, 0.7, "F2");
        Add("block groups by disorder: (largest - median) / sd", "9.9 (34.5 + 0.96 over 3.6)",
            (disorder.Max() - Statistics.Quantile(disorder, 0.5)) / sd, 4, 15, "F1");
    }

    private void MeasurePersistence()
    {
        string[,] targets =
            { { "0.51", "0.54", "0.80" }, { "0.55", "0.57", "0.72" }, { "0.50", "0.54", "0.85" }, { "0.82", "0.84", "0.95" } };
        string[] levels = ["location", "street", "block group"];
        IReadOnlyCollection<EmergencyCounts.Place>[] places = [thinned.Locations.Values, thinned.Streets, thinned.BlockGroups];
        for (int type = 0; type < EmergencyCounts.Types; type++)
        {
            for (int level = 0; level < levels.Length; level++)
            {
                int t = type;
                double r =
                    Statistics.Correlation([.. places[level].Select(place => place.Before[t])],
                        [.. places[level].Select(place => place.After[t])]);
                double target = double.Parse(targets[type, level]);
                Add($"January-August with September-December, {TypeNames[type]}, by {levels[level]}, thinned: r",
                    $"{targets[type, level]} (police reports)", r, target - 0.2, Math.Min(1, target + 0.2), "F2");
            }
        }
    }

    private void MeasureRecords()
    {
        long requests = 0, violations = 0, permits = 0, trees = 0, weekend = 0, blank = 0, corners = 0, dated = 0;
        var used = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string blockGroup in package.Set("all"))
        {
            for (int month = 1; month <= 12; month++)
            {
                using MonthEvents events = package.ReadMonth(blockGroup, month);
                violations += events.Violations.Count - 1;
                permits += events.Permits.Count - 1;
                for (int line = 1; line < events.Crms.Count; line++)
                {
                    requests++;
                    string place = Text(events.Crms[line], 7);
                    if (place.Length == 0)
                        blank++;
                    else
                        used[place] = used.GetValueOrDefault(place) + 1;
                    if (place.StartsWith('I'))
                        corners++;
                    if (!EventDate.TryRead(TabFields.At(events.Crms[line], 1), out DateOnly date))
                        continue;
                    dated++;
                    if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                        weekend++;
                    if (date.Month == 8 && date.Day is 28 or 29 && Text(events.Crms[line], 4) == "Tree Emergencies")
                        trees++;
                }
            }
        }
        AddScaled("service requests, a year", "110,000 – 135,000 (Boston Globe 2013)", requests, 122_500, 0.10);
        Add("of them at weekends, %", "11.5 (requests of 2015)", 100.0 * weekend / dated, 10.5, 13, "F1");
        Add("of them without a place, %", "9 (requests of 2015)", 100.0 * blank / requests, 8, 10, "F1");
        Add("of them at an intersection, %", "20 (requests of 2015)", 100.0 * corners / requests, 16, 24, "F1");
        Add("used locations with half of the requests, %", "18.8 (9,855 of 52,511)",
            100.0 * Statistics.HalfAt([.. used.Values]) / used.Count, 14, 24,
            "F1");
        AddScaled("tree emergencies on 28 and 29 August", "1,045 (Irene; O'Brien, The Urban Commons)", trees, 1_045, 0.12);
        AddScaled("violations, a year", "5,000 (the issue; the building list alone has 1,107)", violations, 5_000, 0.10);
        AddScaled("permits, a year", "40,000 – 55,000 (inferred)", permits, 45_000, 0.15);
        AddForeclosures();
    }

    private void AddForeclosures()
    {
        using StaticTables tables = package.ReadStaticTables(CallingSequence.Parse("12-12")); // foreclosures to the end of November
        double InElevenMonths(int table) =>
            Column(tables.Tables[table], "Date").Count(date => date.StartsWith("2011", StringComparison.Ordinal)) * 12 / 11.0;
        AddScaled("foreclosure deeds in 2011", "400 – 500 (inferred)", InElevenMonths(5), 450, 0.2);
        AddScaled("foreclosure petitions in 2011", "700 – 900 (inferred)", InElevenMonths(7), 800, 0.2);
    }

    private double[] MonthlyMeans(int[] types)
    {
        double[] sums = new double[12];
        for (int day = 0; day < EmergencyCounts.Days; day++)
            foreach (int type in types)
                sums[Date(day).Month - 1] += emergencies.ByDay[day, type] / ContestYear.DaysIn(Date(day).Month);
        return sums;
    }

    private double WeekdayMean(int type, int weekday) =>
        Enumerable.Range(0, EmergencyCounts.Days).Where(day => ((int)Date(day).DayOfWeek + 6) % 7 == weekday)
            .Average(day => emergencies.ByDay[day, type]);

    /// <summary>
    /// Variance over mean of the daily counts around month x weekday factors, special days left out. 17 factors are fitted.
    /// </summary>
    private double Overdispersion(int[] types)
    {
        (int, int)[] special = [(1, 1), (7, 3), (7, 4), (8, 28), (8, 29), (10, 29), (10, 31), (11, 24), (12, 24), (12, 25), (12, 31)];
        int[] days = [.. Enumerable.Range(0, EmergencyCounts.Days).Where(day => !special.Contains((Date(day).Month, Date(day).Day)))];
        double[] counts = [.. days.Select(day => types.Sum(type => thinned.ByDay[day, type]))];
        double mean = counts.Average();
        double[] month = new double[13], weekday = new double[7];
        Array.Fill(weekday, 1);
        for (int round = 0; round < 20; round++)
        {
            for (int m = 1; m <= 12; m++)
                month[m] = Fit(i => Date(days[i]).Month == m, i => weekday[(int)Date(days[i]).DayOfWeek]);
            for (int w = 0; w < 7; w++)
                weekday[w] = Fit(i => (int)Date(days[i]).DayOfWeek == w, i => month[Date(days[i]).Month]);
        }
        double chi = 0;
        for (int i = 0; i < days.Length; i++)
        {
            double expected = mean * month[Date(days[i]).Month] * weekday[(int)Date(days[i]).DayOfWeek];
            chi += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return chi / (days.Length - 18);

        double Fit(Func<int, bool> isIn, Func<int, double> factor)
        {
            double seen = 0, expected = 0;
            for (int i = 0; i < days.Length; i++)
            {
                if (!isIn(i))
                    continue;
                seen += counts[i];
                expected += mean * factor(i);
            }
            return seen / expected;
        }
    }

    /// <summary>Places with half of the events as a share of addresses and intersections: police reports know no parcels.</summary>
    private double Share(EmergencyCounts counts, Func<EmergencyCounts.Place, double> count) =>
        100.0 * Statistics.HalfAt([.. counts.Locations.Values.Select(count)]) / (addressRows + intersections);

    /// <summary>How many of the largest counts make half of the sum.</summary>
    private static IEnumerable<string> Column(TextLines table, string name)
    {
        int column = Header.Require(table, name);
        for (int line = 1; line < table.Count; line++)
            yield return Text(table[line], column);
    }

    private static string Text(ReadOnlySpan<byte> line, int column) => Encoding.UTF8.GetString(TabFields.At(line, column));

    private static DateOnly Date(int dayOfYear) => new DateOnly(ContestYear.Number, 1, 1).AddDays(dayOfYear);
}
