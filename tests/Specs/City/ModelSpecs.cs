using Evaluator.City;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.City;

/// <summary>
/// The figures of MODEL.md against a generated city. A small city has few districts and few busy places, so only what does not
/// hang on them is tested of it; the whole table is, with EVALUATOR_SOAK=1, on the full one.
/// </summary>
public class ModelSpecs(GeneratedCity city)
{
    private const string Begin = "<!-- measured: written by ModelSpecs, do not edit -->";
    private const string End = "<!-- end of measured -->";

    /// <summary>Quantities that 24 block groups are enough for.</summary>
    private static readonly string[] OfASmallCity =
        ["addresses that are a range", "of them", "season", "tree emergencies", "emergencies placed", "used locations"];

    [Fact]
    public void A_small_city_has_the_shares_and_the_calendar_of_the_model()
    {
        var measured = CityMeasurements.Of(city.Open())
            .Where(m => OfASmallCity.Any(start => m.Quantity.StartsWith(start, StringComparison.Ordinal))).ToList();
        Assert.True(measured.Count > 10);
        ForEvery.In(measured, m => Assert.True(Widened(m).Holds, Widened(m).ToString()));
    }

    [Fact]
    public void The_full_city_has_every_figure_of_the_model_and_MODEL_md_says_so()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1",
            "Set EVALUATOR_SOAK=1 to generate and measure the full city.");
        (string folder, _) = city.Generate("full", new CityOptions());
        IReadOnlyList<Measurement> measured = CityMeasurements.Of(DataPackage.Open(folder));
        Directory.Delete(folder, recursive: true);

        string path = Path.Combine(Repository.Root, "harness", "City", "MODEL.md");
        string model = File.ReadAllText(path);
        int from = model.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = model.IndexOf(End, StringComparison.Ordinal);
        string table = "\n\n" + Measurement.Table(measured) + "\n";
        if (Environment.GetEnvironmentVariable("EVALUATOR_WRITE_MODEL") == "1")
            File.WriteAllText(path, model[..from] + table + model[end..]);
        else
            Assert.Equal(table, model[from..end]);
        ForEvery.In(measured, m => Assert.True(m.Holds, m.ToString()));
    }

    /// <summary>
    /// Twice the tolerance: a 22nd of the city has some five times the chance error, and the tolerances are wide already.
    /// </summary>
    private static Measurement Widened(Measurement m) =>
        m with { Low = m.Low - (m.High - m.Low) / 2, High = m.High + (m.High - m.Low) / 2 };
}
