using System.IO.Compression;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.HandingIn;

/// <summary>
/// Hand-ins that were sound and are damaged at random: what comes of each is a submission or a rejection, and nothing else. The soak
/// plays ten million of them in memory.
/// </summary>
public class HandInFuzzSpecs : IDisposable
{
    private const int Seed = 7;

    private static readonly byte[] Assembly = File.ReadAllBytes(FixtureCatalog.Named("CallsLibc").Dll);
    internal static readonly byte[] Dependencies = Encoding.UTF8.GetBytes(
        """{"runtimeTarget":{"name":"net"},"targets":{"net":{"P/1.0.0":{"dependencies":{"L":"1.0.0"},"runtime":{"P.dll":{}}},"""
        + "\"L/1.0.0\":" + """{"runtime":{"lib/L.dll":{"assemblyVersion":"1.0"}},"native":{"n.so":{}},"""
        + "\"resources\"" + """:{"de/L.resources.dll":{"locale":"de"}}}}}}""");

    private readonly HandedInFolder folder = new();

    public static TheoryData<string> Kinds => ["assembly", "dependencies", "jar", "zip"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_hand_in_is_taken_or_rejected(string kind)
    {
        int count = Soak.Count(4_000, 2_500_000), rejected = 0;
        byte[] sound = SoundOf(kind);
        Look(kind, sound);    // which is taken
        Parallel.For(0, Environment.ProcessorCount, lane =>
        {
            var damage = new Damage(Seed + lane);
            for (int i = lane; i < count; i += Environment.ProcessorCount)
            {
                byte[] damaged = damage.Of(sound);
                try
                {
                    Look(kind, damaged);
                }
                catch (SubmissionRejectedException)
                {
                    Interlocked.Increment(ref rejected);
                }
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count:N0} damaged hand-ins of kind {kind}, {rejected:N0} rejected; "
            + $"seeds from {Seed}, one a core of {Environment.ProcessorCount}");
        Assert.InRange(rejected, 1, count);
    }

    /// <summary>
    /// The whole way from a path to the desk, files and descriptors included; a jar goes as far as to where Java would look at it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ten_thousand_damaged_files_go_the_whole_way_to_the_desk(string kind)
    {
        int count = Soak.Count(500, 10_000);
        byte[] sound = SoundOf(kind);
        var damage = new Damage(seed: 11);
        string assembly = Path.Combine(folder.Path, "P.dll"), archive = Path.Combine(folder.Path, kind == "jar" ? "P.jar" : "P.zip");
        File.WriteAllBytes(assembly, Assembly);
        var desk = new SubmissionDesk(Desk.Workshop());
        int taken = 0;
        for (int i = 0; i < count; i++)
        {
            try
            {
                switch (kind)
                {
                    case "assembly":
                        File.WriteAllBytes(assembly, damage.Of(sound));
                        desk.Accept(HandedIn.Look(assembly, null));
                        break;
                    case "dependencies":
                        File.WriteAllBytes(Path.ChangeExtension(assembly, ".deps.json"), damage.Of(sound));
                        desk.Accept(HandedIn.Look(assembly, null));
                        break;
                    default:
                        File.WriteAllBytes(archive, damage.Of(sound));
                        HandedIn handedIn = HandedIn.Look(archive, null);
                        if (handedIn is { IsSource: false, Language: Language.Java })
                            JarContents.Of(handedIn.Files[0].Content);
                        break;
                }
                taken++;
            }
            catch (SubmissionRejectedException)
            {
                // as it should be
            }
        }
        Assert.InRange(taken, 0, count - 1);
    }

    public void Dispose() => folder.Dispose();

    private static void Look(string kind, byte[] content)
    {
        switch (kind)
        {
            case "assembly":
                PredictorContract.FindClass("P.dll", [new ClosureFile("P.dll", content)]);
                break;
            case "dependencies":
                var files = new Dictionary<string, byte[]>
                {
                    ["P.deps.json"] = content,
                    ["lib/L.dll"] = [1],
                    ["n.so"] = [2],
                    ["L.resources.dll"] = [3]
                };
                SubmissionClosure.Of(new MemoryIntake(files), new HandedInFile("P.dll", Assembly.Length, Assembly));
                break;
            case "jar":
                JarContents.Of(content);
                break;
            case "zip":
                using (var archive = new ZipIntake("a.zip", content))
                {
                    foreach (string name in archive.Names())
                        archive.Read(name, most: 100_000);
                }
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of hand-in");
        }
    }

    private static byte[] SoundOf(string kind) => kind switch
    {
        "assembly" => Assembly,
        "dependencies" => Dependencies,
        "jar" =>
            Zip(("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"), ("a/BostonRiskPredictor.class", new string('x', 300)), ("b.txt", "y")),
        _ => Zip(("src/A.cs", "class A;"), ("src/deep/B.cs", new string(' ', 500)), ("notes.txt", "n")),
    };

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    /// <summary>A hand-in in memory, so that ten million of them wear out no disk.</summary>
    private sealed class MemoryIntake(IReadOnlyDictionary<string, byte[]> files) : Intake
    {
        public override IReadOnlyList<string> Names() => [.. files.Keys];

        public override HandedInFile? Read(string name, long most) =>
            StepsOf(name).Length > 0 && files.TryGetValue(name, out byte[]? content)
            ? new HandedInFile(name, content.Length, content) : null;

        public override void Dispose()
        {
        }
    }
}
