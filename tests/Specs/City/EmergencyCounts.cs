using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.City;

/// <summary>
/// The placed emergencies of a package's year, counted by everything the model speaks of. Most figures about concentration and chance
/// come from police reports, which are a tenth of the dispatches: to compare like with like the emergencies can be thinned to
/// the reports' number, each kept or not by a hash of its place in the files.
/// </summary>
internal sealed class EmergencyCounts
{
    public const int Types = 4;
    public const int Days = 365;

    /// <summary>Counts of one place, street or block group, by type: January to August, September to December.</summary>
    public sealed class Place
    {
        public readonly double[] Before = new double[Types];
        public readonly double[] After = new double[Types];

        public double Year(int type) => Before[type] + After[type];

        public double Year() => Before.Sum() + After.Sum();
    }

    public Dictionary<string, Place> Locations { get; } = new(StringComparer.Ordinal);
    public List<Place> Streets { get; } = [];
    public List<Place> BlockGroups { get; } = [];
    public double[,] ByDay { get; } = new double[Days, Types];
    public long Total { get; private set; }
    public long Cells { get; private set; }
    public long CellsTwiceOrMore { get; private set; }

    private readonly double[] kept;
    private ulong seen;

    /// <param name="kept">By type, the share of the emergencies that are counted.</param>
    public EmergencyCounts(DataPackage package, double[] kept)
    {
        this.kept = kept;
        EventTypeTable types = package.ReadEventTypes();
        foreach (string blockGroup in package.Set("all"))
            Count(package, package.ReadCase(blockGroup), types);
    }

    private void Count(DataPackage package, ContestCase contestCase, EventTypeTable types)
    {
        var locations = new Place[contestCase.Locations.Count];
        for (int i = 0; i < locations.Length; i++)
            Locations[contestCase.Locations[i]] = locations[i] = new Place();
        var streets = new Place[contestCase.Layout.StreetCount];
        for (int i = 0; i < streets.Length; i++)
            Streets.Add(streets[i] = new Place());
        var whole = new Place();
        BlockGroups.Add(whole);
        for (int month = 1; month <= 12; month++)
        {
            using TextLines lines = package.ReadEmergencies(contestCase.BlockGroup, month);
            var placer = new EventPlacer(contestCase, month, types, package.Columns, lines);
            var cells = new Dictionary<PlacedEvent, int>();
            for (int line = 1; line < lines.Count; line++)
            {
                if (placer.Place(lines[line], out PlacedEvent placed) != Placement.Placed || !IsKept(placed.Type))
                    continue;
                Total++;
                ByDay[new DateOnly(ContestYear.Number, month, placed.Day + 1).DayOfYear - 1, placed.Type]++;
                cells[placed] = cells.GetValueOrDefault(placed) + 1;
                foreach (Place place
                    in new[] { locations[placed.Location], streets[contestCase.Layout.StreetOfLocation[placed.Location]], whole })
                    (month <= 8 ? place.Before : place.After)[placed.Type]++;
            }
            Cells += cells.Count;
            CellsTwiceOrMore += cells.Values.Count(n => n > 1);
        }
    }

    private bool IsKept(int type)
    {
        ulong z = ++seen * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        return (z >> 40) / (double)(1 << 24) < kept[type];
    }
}
