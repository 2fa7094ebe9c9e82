using System.IO.Compression;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Harness;
using Evaluator.Specs.Languages;
using Evaluator.Specs.Sandbox;

namespace Evaluator.Specs.HandingIn;

/// <summary>
/// The whole way from `evaluator run X` to the verdict, with an X that was sound and is damaged at random: it is rejected, or its case has
/// a result. No exception, and no fault of ours. In the soak ten thousand of them: most are assemblies and what stands beside them, since a
/// jar or a source takes some twenty times as long.
/// </summary>
public class DamagedRunSpecs : IDisposable
{
    private const int Seed = 13;

    /// <summary>A loop that damage makes ends soon.</summary>
    private static readonly Limits Short = new(CpuSeconds: 3, WallSeconds: 20, MemoryMebibytes: 512);

    private readonly HandedInFolder folder = new();
    private readonly SmallPackage package = SmallPackage.OfEqualCases(1);

    [Theory]
    [MemberData(nameof(HandInFuzzSpecs.Kinds), MemberType = typeof(HandInFuzzSpecs))]
    public void A_damaged_hand_in_comes_to_a_rejection_or_a_verdict(string kind)
    {
        if (kind == "jar")
            Toolchains.Require(Language.Java);
        if (kind == "zip")
            Toolchains.Require(Language.CSharp);
        byte[] sound = SoundOf(kind);
        Assert.Equal("Accepted", Play(kind, sound));
        var damage = new Damage(Seed);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = Soak.Count(6, kind is "assembly" or "dependencies" ? 4_600 : 400); i > 0; i--)
        {
            string outcome = Play(kind, damage.Of(sound));
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kind}, seed {Seed}: {string.Join(", ", outcomes.Select(one => $"{one.Value:N0} {one.Key}"))}");
    }

    public void Dispose()
    {
        folder.Dispose();
        package.Dispose();
    }

    private string Play(string kind, byte[] content)
    {
        string assembly = Path.Combine(folder.Path, "P.dll"), run = Path.Combine(folder.Path, "run");
        string damaged = kind switch
        {
            "assembly" => assembly,
            "dependencies" => Path.ChangeExtension(assembly, ".deps.json"),
            _ => Path.Combine(folder.Path, "P." + kind),
        };
        if (kind == "dependencies" && !File.Exists(assembly))
            File.Copy(FixtureCatalog.Named("CallsLibc").Dll, assembly);
        File.WriteAllBytes(damaged, content);
        DataPackage data = package.Open();
        var request = new RunRequest(kind == "dependencies" ? assembly : damaged, data, "example", data.Set("example"),
            CallingSequence.Official, run, Workers: 1, Short);
        _ = new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken);
        RunFolder played = RunFolder.Open(run);
        string outcome = "Rejected";
        if (played.ReadManifest().Submission.Rejection is null)
        {
            CaseResult? result = played.ReadCases().SingleOrDefault();
            Assert.True(result is not null, $"no result, but a fault: {played.LastFault(request.Cases[0])}");
            outcome = result.Verdict.ToString();
        }
        Directory.Delete(run, recursive: true);
        return outcome;
    }

    private byte[] SoundOf(string kind)
    {
        switch (kind)
        {
            case "assembly":
                return File.ReadAllBytes(FixtureCatalog.Named("CallsLibc").Dll);
            case "dependencies":
                return HandInFuzzSpecs.Dependencies;
            case "jar":
                string source = HandedInFolder.PlainSource(Language.Java).Replace("@BEFORE@", "", StringComparison.Ordinal);
                return Desk.Accept(folder.Add("BostonRiskPredictor.java", source)).Closure[0].Content;
            default:
                var stream = new MemoryStream();
                using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
                using (var entry = new StreamWriter(archive.CreateEntry("src/Plain.cs", CompressionLevel.NoCompression).Open()))
                    entry.Write(HandedInFolder.PlainSource(Language.CSharp).Replace("@BEFORE@", "", StringComparison.Ordinal));
                return stream.ToArray();
        }
    }
}
