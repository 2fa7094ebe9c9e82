using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Scorer.Definition;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Scorer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Evaluator.Specs.Harness;

/// <summary>
/// The golden cases end to end: packages made of their events, predictors that answer with their predictions from an embedded file of at
/// most 1 MB, the scores held to the exact ones.
/// </summary>
public class GoldenRunSpecs
{
    private const double Tolerance = 1e-12;
    private const int MostBytesEmbedded = 900_000;

    private const string Answerer = """
        public class BostonRiskPredictor
        {
            public int setup(string[] a, string[] b, string[] c, string[] d, string[] e, string[] f,
                string[] g, string[] h, string[] i) => 0;

            public int receiveEvents(string BG_ID, int month, string[] crms, string[] violations, string[] permits,
                string[] emergencies) => 0;

            public double[] predict(string BG_ID, int month, string[] locations)
            {
                using var file = typeof(BostonRiskPredictor).Assembly.GetManifestResourceStream(BG_ID + "-" + month);
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                var predictions = new double[bytes.Length / 8];
                System.Buffer.BlockCopy(bytes, 0, predictions, 0, bytes.Length);
                return predictions;
            }
        }
        """;

    public static TheoryData<string> Groups => [.. GroupsOfCases().Select(group => string.Join(' ', group))];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Golden_cases_score_exactly_through_a_whole_run(string names)
    {
        GoldenCase[] cases = [.. names.Split(' ').Select(GoldenCase.Read)];
        using var package = SmallPackage.OfCases();
        var resources = new List<ResourceDescription>();
        for (int i = 0; i < cases.Length; i++)
        {
            package.Add(BlockGroup(i), cases[i].StreetOfLocation,
                cases[i].Months.Select((month, m) => (m, month)).ToDictionary(pair => pair.m + 9, pair => pair.month.Events));
            resources.AddRange(cases[i].Months.Select((month, m) => Resource($"{BlockGroup(i)}-{m + 9}", month.Predictions)));
        }
        string predictor = Compile(resources);
        using FinishedRun run = FinishedRun.Of(predictor, package.Open(), workers: 2);

        Assert.Equal(cases.Length, run.Results.Count);
        for (int i = 0; i < cases.Length; i++)
        {
            Assert.Equal(Verdict.Accepted, run.Results[i].Verdict);
            AssertClose(cases[i].CaseScore, run.Results[i].Score!.Value);
            for (int m = 0; m < 4; m++)
            {
                MonthScore expected = cases[i].Months[m].Expected;
                MonthResult found = run.Results[i].Months[m];
                Assert.Equal(expected.EventCount, found.Events);
                AssertClose(expected.Location, found.Scores!.Value.Location);
                AssertClose(expected.Street, found.Scores.Value.Street);
                AssertClose(expected.BlockGroup, found.Scores.Value.BlockGroup);
            }
        }
        Directory.Delete(Path.GetDirectoryName(predictor)!, recursive: true);
    }

    private static IEnumerable<List<string>> GroupsOfCases()
    {
        var group = new List<string>();
        long bytes = 0;
        foreach (string name in GoldenCase.Names)
        {
            long size = GoldenCase.Read(name).Months.Sum(month => month.Predictions.Length * 8L);
            if (bytes + size > MostBytesEmbedded)
            {
                yield return group;
                group = [];
                bytes = 0;
            }
            group.Add(name);
            bytes += size;
        }
        yield return group;
    }

    private static string BlockGroup(int index) => $"25025{index:0000000}";

    private static ResourceDescription Resource(string name, double[] predictions)
    {
        byte[] bytes = new byte[predictions.Length * 8];
        Buffer.BlockCopy(predictions, 0, bytes, 0, bytes.Length);
        return new ResourceDescription(name, () => new MemoryStream(bytes), isPublic: true);
    }

    private static string Compile(IEnumerable<ResourceDescription> resources)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("answerer-").FullName, "Answerer.dll");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Answerer",
            [CSharpSyntaxTree.ParseText(Answerer)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                MetadataReference.CreateFromFile(
                    Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll"))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        EmitResult emitted = compilation.Emit(path, manifestResources: resources);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return path;
    }

    private static void AssertClose(double expected, double found) =>
        Assert.True(Math.Abs(found - expected) <= Tolerance * Math.Abs(expected), $"found {found:R}, expected {expected:R}");
}
