using Evaluator.City.Dirt;
using Evaluator.City.Emergencies;
using Evaluator.City.Files;
using Evaluator.City.Places;
using Evaluator.City.Plan;
using Evaluator.City.Rates;
using Evaluator.City.Records;
using Evaluator.City.Time;
using Evaluator.Contest;
using Evaluator.Contest.Oracle;
using Evaluator.Scorer.Definition;

namespace Evaluator.City;

/// <summary>How far a generation is.</summary>
public readonly record struct GenerationProgress(string Stage, int Done, int Total);

/// <summary>
/// Generates a city as a data package (the model is in MODEL.md). In three steps: the plan; each block group's places, records and
/// rates; then, once the city's total is known, each block group's emergencies and files. Block groups are independent within
/// a step and done in parallel: what they draw depends on the seed and their number alone.
/// </summary>
public sealed class CityGenerator
{
    private const double EmergenciesOfBoston = 500_000;
    private const double BlockGroupsOfBoston = 544;

    private readonly CityOptions options;
    private readonly IProgress<GenerationProgress>? progress;
    private readonly CityPlan plan;
    private readonly BlockGroupPlaces[] places;
    private readonly CivicRecords[] records;
    private readonly MonthlyRates[] rates;
    private readonly DayFactors days;

    /// <summary>What one block group added to the city.</summary>
    private sealed record Share(Table[] Geography, DailyRates Rates, long[] Counts, PlantedDirt Dirt);

    private CityGenerator(CityOptions options, IProgress<GenerationProgress>? progress)
    {
        (this.options, this.progress) = (options, progress);
        progress?.Report(new GenerationProgress("streets", 0, 1));
        plan = CityPlan.Draw(options.Seed, options.BlockGroups, options.Threads);
        progress?.Report(new GenerationProgress("streets", 1, 1));
        places = new BlockGroupPlaces[plan.BlockGroups.Length];
        records = new CivicRecords[places.Length];
        rates = new MonthlyRates[places.Length];
        days = new DayFactors(options.Seed);
    }

    /// <summary>Writes the package to <paramref name="target"/>, the oracle and the table of planted dirt beside it.</summary>
    /// <exception cref="PackageException">The target is there and not empty.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left of it.</exception>
    public static PlantedDirt Generate(
        string target, CityOptions options, IProgress<GenerationProgress>? progress = null, CancellationToken cancel = default)
    {
        using var folder = new PackageFolder(target);
        var generator = new CityGenerator(options, progress);
        generator.ForEach("places and records", generator.Found, cancel);
        double[] eventsPerWeight = generator.NumberAndScale();
        var shares = new Share[generator.places.Length];
        generator.ForEach("events and files", i => shares[i] = generator.Live(i, eventsPerWeight, folder), cancel);
        return generator.WriteCity(shares, folder);
    }

    private void Found(int blockGroup)
    {
        places[blockGroup] = Settlement.Build(options.Seed, plan, plan.BlockGroups[blockGroup]);
        float[] baseRates = BaseRates.Draw(options.Seed, plan, places[blockGroup]);
        records[blockGroup] = RecordKeeping.Keep(options.Seed, places[blockGroup], baseRates);
        rates[blockGroup] = MonthlyRates.Draw(options.Seed, places[blockGroup], baseRates, records[blockGroup]);
    }

    /// <summary>Numbers addresses and parcels through the city; returns the scale that gives Boston's yearly total, by type.</summary>
    private double[] NumberAndScale()
    {
        (int addresses, int parcels) = (0, 0);
        double[] weight = new double[EventTypes.Count];
        for (int i = 0; i < places.Length; i++)
        {
            (places[i].AddressesBefore, places[i].ParcelsBefore) = (addresses, parcels);
            addresses += places[i].Addresses.Length;
            parcels += places[i].AddressOfParcel.Length;
            for (int type = 0; type < EventTypes.Count; type++)
                weight[type] += rates[i].Year[type];
        }
        double total = EmergenciesOfBoston * places.Length / BlockGroupsOfBoston;
        return [.. weight.Select((w, type) => total * EmergencyMix.Shares[type] / (1 + NearRepeats.Chance[type]) / w)];
    }

    private Share Live(int blockGroup, double[] eventsPerWeight, PackageFolder folder)
    {
        var dirt = new PlantedDirt();
        BlockGroupPlaces here = places[blockGroup];
        var daily = new DailyRates(rates[blockGroup], eventsPerWeight, here.Locations.Length);
        Emergency[] emergencies = EmergencyCalls.Draw(options.Seed, here, daily, days);

        var files = new EventFiles(options.Seed, options.Dirt, here, places, folder, dirt);
        files.WriteLocations();
        files.WriteRequests(records[blockGroup].Requests);
        files.WriteViolations(records[blockGroup].Violations);
        files.WritePermits(records[blockGroup].Permits);
        files.WriteEmergencies(emergencies);

        long[] counts = new long[Calendar.Days * EventTypes.Count];
        foreach (Emergency call in emergencies)
            counts[call.Day * EventTypes.Count + call.Code.Type]++;
        return new Share(GeographyRows.Write(options.Seed, options.Dirt, plan.Streets, here, records[blockGroup], dirt), daily, counts,
            dirt);
    }

    private PlantedDirt WriteCity(Share[] shares, PackageFolder folder)
    {
        progress?.Report(new GenerationProgress("city tables and oracle", 0, 1));
        var dirt = new PlantedDirt();
        long[] counts = new long[Calendar.Days * EventTypes.Count];
        foreach (Share share in shares)
        {
            dirt.Add(share.Dirt);
            for (int i = 0; i < counts.Length; i++)
                counts[i] += share.Counts[i];
        }
        var tables = new CityTables(options.Seed, options.Dirt, folder, dirt);
        tables.WriteGeography(Array.ConvertAll(shares, share => share.Geography));
        tables.WriteCodeTables();
        tables.WriteEventCounts(counts);
        tables.WriteSets(plan.BlockGroups);
        tables.WriteNoise(plan.BlockGroups[0].Id);
        WriteOracle(shares, folder.OraclePath);
        File.WriteAllText(folder.DirtPath, dirt.ToTable());
        folder.Finish();
        progress?.Report(new GenerationProgress("city tables and oracle", 1, 1));
        return dirt;
    }

    private void WriteOracle(Share[] shares, string path)
    {
        var expected = new ExpectedDays(days);
        var oracle = new OracleWriter(shares.Length, expected.Own, expected.Carried);
        for (int i = 0; i < shares.Length; i++)
        {
            string[] locations = Enumerable.Range(0, places[i].Locations.Length).Select(places[i].PropId).ToArray();
            oracle.Add(plan.BlockGroups[i].Id, locations, shares[i].Rates.Of);
        }
        oracle.Save(path);
    }

    private void ForEach(string stage, Action<int> work, CancellationToken cancel)
    {
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel };
        Parallel.For(0, places.Length, parallel, blockGroup =>
        {
            work(blockGroup);
            progress?.Report(new GenerationProgress(stage, Interlocked.Increment(ref done), places.Length));
        });
    }
}
