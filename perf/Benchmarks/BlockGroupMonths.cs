using Evaluator.Scorer.Definition;

namespace Evaluator.Benchmarks;

/// <summary>A block group of the contest's scale, with predictions and actual events of one or more months.</summary>
internal sealed class BlockGroupMonths
{
    /// <summary>Locations a street, as Boston's 11,841 segments under some 130,000 locations have it.</summary>
    private const int LocationsPerStreet = 11;

    /// <summary>Share of location-months with any event, measured on the calibrated city.</summary>
    private const double ShareWithEvents = 0.16;

    private BlockGroupMonths(ActualMonth[] actuals, double[][] predictions)
    {
        Actuals = actuals;
        Predictions = predictions;
    }

    public ActualMonth[] Actuals { get; }

    public double[][] Predictions { get; }

    public static BlockGroupMonths Generate(Random random, int locations, params ReadOnlySpan<int> dayCounts)
    {
        int streets = Math.Max(1, locations / LocationsPerStreet);
        int[] streetOfLocation = [.. Enumerable.Range(0, locations).Select(_ => random.Next(streets)).Order()];
        var layout = new BlockGroupLayout(streetOfLocation);
        var actuals = new ActualMonth[dayCounts.Length];
        double[][] predictions = new double[dayCounts.Length][];
        for (int month = 0; month < dayCounts.Length; month++)
        {
            int days = dayCounts[month];
            var events = new List<PlacedEvent>();
            for (int location = 0; location < locations; location++)
            {
                while (random.NextDouble() < ShareWithEvents)
                    events.Add(new PlacedEvent(location, random.Next(days), random.Next(4)));
            }
            actuals[month] = new ActualMonth(layout, days, [.. events]);
            predictions[month] = new double[actuals[month].CellCount];
            foreach (ref double prediction in predictions[month].AsSpan())
                prediction = random.NextDouble() * 0.02;
        }
        return new BlockGroupMonths(actuals, predictions);
    }
}
