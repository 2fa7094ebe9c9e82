using System.Diagnostics;
using System.Globalization;
using Evaluator.Harbour;
using Evaluator.Harbour.Manifest;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The tables of the contest of 2021, from the shared folder.</summary>
internal static class OriginalTables
{
    private static readonly Lazy<Container[]> Containers = new(ReadAll);

    private static string Folder =>
        Path.Combine(Environment.GetEnvironmentVariable("EVALUATOR_SHARED") ?? Path.Combine(Repository.Root, "..", "shared"), "cokehaven");

    /// <summary>All 400,000.</summary>
    public static Container[] Read()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "No shared/cokehaven: set EVALUATOR_SHARED to the shared folder.");
        return Containers.Value;
    }

    private static Container[] ReadAll()
    {
        Dictionary<string, string[]> answers = Rows("testscoring.csv").ToDictionary(row => row[0], StringComparer.Ordinal);
        return
        [
            .. Rows("trainingset_cokehaven.csv").Select(row => ContainerOf(row, row[13], row[14], isTest: false)),
            .. Rows("testset_cokehaven.csv").Select(row => ContainerOf(row, answers[row[0]][1], answers[row[0]][2], isTest: true)),
        ];
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using Process xz =
            Process.Start(new ProcessStartInfo("xz", ["-dc", Path.Combine(Folder, name + ".xz")]) { RedirectStandardOutput = true })!;
        _ = xz.StandardOutput.ReadLine();
        while (xz.StandardOutput.ReadLine() is { } line)
            yield return line.Split(',');
    }

    private static Container ContainerOf(string[] row, string hasCoke, string kilos, bool isTest) => new()
    {
        Number = int.Parse(row[0].AsSpan(5), CultureInfo.InvariantCulture),
        Loaded = DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Arrived = DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        CountryIndex = Place(Country.All.Select(country => country.Name.In(Language.Dutch)), row[3]),
        CargoIndex = Place(Cargo.All.Select(cargo => cargo.Name.In(Language.Dutch)), row[4]),
        Teu = byte.Parse(row[6], CultureInfo.InvariantCulture),
        WeightInTenths = (int)Math.Round(double.Parse(row[7], CultureInfo.InvariantCulture) * 10),
        ShipIndex = Place(Ship.All.Select(ship => ship.Name), row[8]),
        Stops = byte.Parse(row[9], CultureInfo.InvariantCulture),
        FlagIndex = Place(ShipFlag.All.Select(flag => flag.In(Language.Dutch)), row[10]),
        Colour = Place(ContainerColour.All, row[11]),
        ReceiverIndex = Place(Receiver.All.Select(receiver => receiver.Name.In(Language.Dutch)), row[12]),
        HasCoke = hasCoke == "1",
        Kilos = byte.Parse(kilos, CultureInfo.InvariantCulture),
        IsTest = isTest,
    };

    private static byte Place(IEnumerable<string> values, string value)
    {
        int place = values.ToList().IndexOf(value);
        Assert.True(place >= 0, $"the generator knows no '{value}'");
        return (byte)place;
    }
}
